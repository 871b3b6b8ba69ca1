package dev.goguard.agent.transform;

import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/** Which values an instruction passes on to where a method does not follow them. */
final class ObjectFlow {
  private final Operands operands;

  ObjectFlow(Operands operands) {
    this.operands = operands;
  }

  /**
   * What may have pushed the values that {@code insn} lets out of our sight; not those that a field
   * is read from or written to. A constructor's receiver is the business of who asks.
   */
  Set<AbstractInsnNode> escaping(AbstractInsnNode insn) {
    Set<AbstractInsnNode> escaping = new HashSet<>();
    for (int i = 0; i < passed(insn); i++) {
      escaping.addAll(operands.sources(insn, i));
    }
    return escaping;
  }

  private static int passed(AbstractInsnNode insn) {
    if (insn instanceof MethodInsnNode call) {
      boolean receiver = call.getOpcode() != Opcodes.INVOKESTATIC && !call.name.equals("<init>");
      return Type.getArgumentTypes(call.desc).length + (receiver ? 1 : 0);
    }
    if (insn instanceof InvokeDynamicInsnNode call) {
      return Type.getArgumentTypes(call.desc).length;
    }
    return switch (insn.getOpcode()) {
      case Opcodes.PUTFIELD,
          Opcodes.PUTSTATIC,
          Opcodes.AASTORE,
          Opcodes.ASTORE,
          Opcodes.ARETURN,
          Opcodes.ATHROW,
          Opcodes.CHECKCAST,
          Opcodes.MONITORENTER -> 1;
      default -> 0;
    };
  }

  /** What pushed the object that a constructor is called on. */
  AbstractInsnNode receiver(MethodInsnNode call) {
    return operands.producer(call, Type.getArgumentTypes(call.desc).length);
  }

  /** Whether a constructor gives {@code this} to nobody, as far as its own code goes. */
  static boolean keepsThis(String owner, MethodNode constructor, ConstructorCalls others) {
    Operands operands = new Operands(owner, constructor);
    operands.analyze();
    ObjectFlow flow = new ObjectFlow(operands);
    for (AbstractInsnNode insn : constructor.instructions) {
      if (insn.getOpcode() == Opcodes.ASTORE && ((VarInsnNode) insn).var == 0
          || flow.escaping(insn).stream().anyMatch(ObjectFlow::isFirst)
          || !flow.keptByOther(insn, others)) {
        return false;
      }
    }
    return operands.isKnown();
  }

  private boolean keptByOther(AbstractInsnNode insn, ConstructorCalls others) {
    if (!(insn instanceof MethodInsnNode call) || !call.name.equals("<init>")) {
      return true;
    }
    int receiver = Type.getArgumentTypes(call.desc).length;
    return operands.sources(call, receiver).stream().noneMatch(ObjectFlow::isFirst)
        || others.keepsThis(call.owner, call.desc);
  }

  private static boolean isFirst(AbstractInsnNode source) {
    return source.getOpcode() == Opcodes.ALOAD && ((VarInsnNode) source).var == 0;
  }

  /** Knows about other constructors. */
  interface ConstructorCalls {
    boolean keepsThis(String owner, String descriptor);
  }
}
