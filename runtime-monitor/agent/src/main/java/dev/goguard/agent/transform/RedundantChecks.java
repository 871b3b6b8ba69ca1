package dev.goguard.agent.transform;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Leaves out checks of fields that another check of the same method answers.
 *
 * <p>The code is followed in its order, and everything is forgotten at each instruction that may be
 * reached from elsewhere, so what is known holds on every way that leads here. It is also forgotten
 * wherever the thread may synchronize. Between, the thread's clock does not change.
 *
 * <p><b>After a check of the same variable, at least as strong.</b> Let a thread check an access a,
 * then make an access b to the same variable, without a release between. If an access c of another
 * thread races with b, it races with a too. When c comes after a, its thread would have to learn of
 * a by a release that follows a, and so follows b; then b would happen before c. When c comes
 * before a and happens before a, it happens before b. So c's race with a is found, at a's check or
 * at c's. Without the elision b's check would find a's cell in its own epoch, and do nothing.
 *
 * <p><b>A read before a write of the same variable.</b> When nothing between the two can fail or
 * synchronize at all, each access that races with the read and is itself a write races with the
 * write too, which is checked; a read does not race with a read.
 */
final class RedundantChecks {
  private final ClassShapes shapes;
  private final Body body;
  private final Set<LabelNode> joins = new HashSet<>();
  private final Map<Object, Boolean> checked = new HashMap<>();
  private final Map<Object, AbstractInsnNode> reads = new HashMap<>();
  private final Map<Integer, Object> locals = new HashMap<>();

  /** One variable: the field, and where its object comes from; null for static fields. */
  private record Variable(String declaring, String shadow, Object object) {}

  RedundantChecks(ClassShapes shapes, Body body) {
    this.shapes = shapes;
    this.body = body;
  }

  /** Marks the checks to be left out; the method is as its compiler wrote it. */
  static void find(ClassShapes shapes, Body body, AbstractInsnNode[] code) {
    if (hasSeveral(code)) {
      body.operands.analyze();
      new RedundantChecks(shapes, body).follow(code);
    }
  }

  private static boolean hasSeveral(AbstractInsnNode[] code) {
    Set<String> names = new HashSet<>();
    for (AbstractInsnNode insn : code) {
      if (insn instanceof FieldInsnNode field && !names.add(field.name + field.desc)) {
        return true;
      }
    }
    return false;
  }

  private void follow(AbstractInsnNode[] code) {
    for (AbstractInsnNode insn : body.method.instructions) {
      joins.addAll(Span.targets(insn));
    }
    for (TryCatchBlockNode block : body.method.tryCatchBlocks) {
      joins.add(block.handler);
    }
    for (AbstractInsnNode insn : code) {
      follow(insn);
    }
  }

  private void follow(AbstractInsnNode insn) {
    if (insn instanceof LabelNode label ? joins.contains(label) : synchronizes(insn)) {
      checked.clear();
      reads.clear();
    } else if (insn instanceof FieldInsnNode field) {
      access(field);
    } else if (insn.getOpcode() == Opcodes.ASTORE) {
      locals.put(((VarInsnNode) insn).var, insn);
    } else if (canFail(insn)) {
      reads.clear();
    }
  }

  private void access(FieldInsnNode field) {
    boolean write = field.getOpcode() == Opcodes.PUTFIELD || field.getOpcode() == Opcodes.PUTSTATIC;
    Variable variable = variable(field, write ? 1 : 0);
    if (write) {
      write(field, variable);
    } else {
      reads.clear(); // A read of another object's field can fail.
      read(field, variable);
    }
  }

  private void read(FieldInsnNode field, Variable variable) {
    if (variable == null) {
      return;
    }
    if (checked.containsKey(variable)) {
      body.checkElsewhere(field);
    } else {
      checked.put(variable, false);
      reads.put(variable, field);
    }
  }

  private void write(FieldInsnNode field, Variable variable) {
    AbstractInsnNode read = variable == null ? null : reads.get(variable);
    reads.clear();
    if (variable == null) {
      return;
    }
    if (checked.getOrDefault(variable, false)) {
      body.checkElsewhere(field);
    } else {
      checked.put(variable, true);
      if (read != null) {
        body.checkElsewhere(read);
      }
    }
  }

  /** The variable, when it is one with cells whose check is to stand here; else null. */
  private Variable variable(FieldInsnNode field, int below) {
    if (!body.isCheckedHere(field) || body.storesIntoThisBeforeSuper(field)) {
      return null;
    }
    ClassShapes.FieldTarget target = shapes
        .resolve(field.owner, field.name, field.desc)
        .filter(ClassShapes.FieldTarget::isChecked)
        .orElse(null);
    if (target == null) {
      return null;
    }
    Object object = target.isStatic() ? "" : object(body.operands.producer(field, below));
    return object == null ? null : new Variable(target.declaring(), target.shadow(), object);
  }

  /** What stands for the value of an instruction: for a local, its last store. */
  private Object object(AbstractInsnNode producer) {
    if (producer instanceof VarInsnNode load && load.getOpcode() == Opcodes.ALOAD) {
      return locals.getOrDefault(load.var, load.var);
    }
    return producer;
  }

  /** Whether an instruction may run code that synchronizes, or does so itself. */
  boolean synchronizes(AbstractInsnNode insn) {
    if (insn instanceof MethodInsnNode call) {
      return !LeafCalls.isLeaf(call);
    }
    if (insn instanceof InvokeDynamicInsnNode call) {
      return !LeafCalls.isLeaf(call);
    }
    if (insn instanceof TypeInsnNode created) {
      return insn.getOpcode() == Opcodes.NEW && !created.desc.startsWith("java/");
    }
    if (insn instanceof LdcInsnNode constant) {
      return !(constant.cst instanceof Number || constant.cst instanceof String);
    }
    return insn.getOpcode() == Opcodes.JSR
        || insn.getOpcode() == Opcodes.MONITORENTER
        || insn.getOpcode() == Opcodes.MONITOREXIT
        || insn instanceof FieldInsnNode field && synchronizes(field);
  }

  /** A volatile field is synchronization, and a class of which a field is used is initialised. */
  private boolean synchronizes(FieldInsnNode field) {
    boolean isStatic =
        field.getOpcode() == Opcodes.GETSTATIC || field.getOpcode() == Opcodes.PUTSTATIC;
    return isStatic && !field.owner.equals(body.type.name)
        || shapes
            .find(field.owner, field.name, field.desc)
            .map(ClassShapes.FieldTarget::isVolatile)
            .orElse(true);
  }

  /** Whether the instructions after this one may not be reached from it. */
  private static boolean canFail(AbstractInsnNode insn) {
    int opcode = insn.getOpcode();
    boolean computes = opcode >= Opcodes.NOP && opcode <= Opcodes.ALOAD
        || opcode >= Opcodes.POP && opcode <= Opcodes.DCMPG
        || opcode >= Opcodes.ISTORE && opcode <= Opcodes.DSTORE;
    boolean divides = opcode == Opcodes.IDIV
        || opcode == Opcodes.LDIV
        || opcode == Opcodes.IREM
        || opcode == Opcodes.LREM;
    return opcode >= 0 && (!computes || divides);
  }
}
