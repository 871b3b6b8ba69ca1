package dev.goguard.agent.transform;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;
import org.objectweb.asm.tree.analysis.SourceInterpreter;
import org.objectweb.asm.tree.analysis.SourceValue;

/** What a constructor does before it calls another one of its class or of its superclass. */
final class SuperCall {
  private SuperCall() {}

  /** The stores into fields of {@code this} before {@code this(…)} or {@code super(…)}. */
  static Set<AbstractInsnNode> storesBefore(ClassNode type, MethodNode constructor) {
    Set<AbstractInsnNode> stores = Collections.newSetFromMap(new IdentityHashMap<>());
    for (AbstractInsnNode insn : before(constructor)) {
      if (insn.getOpcode() == Opcodes.PUTFIELD && ((FieldInsnNode) insn).owner.equals(type.name)) {
        stores.add(insn);
      }
    }
    if (!stores.isEmpty()) {
      keepThose(stores, type, constructor);
    }
    return stores;
  }

  /** In the order of the code, up to the first call of a constructor that no {@code new} needs. */
  private static List<AbstractInsnNode> before(MethodNode constructor) {
    List<AbstractInsnNode> before = new ArrayList<>();
    int created = 0;
    for (AbstractInsnNode insn : constructor.instructions) {
      if (insn.getOpcode() == Opcodes.NEW) {
        created++;
      } else if (isConstructorCall(insn) && created-- == 0) {
        return before;
      }
      before.add(insn);
    }
    return List.of();
  }

  private static boolean isConstructorCall(AbstractInsnNode insn) {
    return insn.getOpcode() == Opcodes.INVOKESPECIAL
        && ((MethodInsnNode) insn).name.equals("<init>");
  }

  /** Of the stores, those whose object is {@code this} and not another one of the class. */
  private static void keepThose(
      Set<AbstractInsnNode> stores, ClassNode type, MethodNode constructor) {
    try {
      Frame<SourceValue>[] frames = new Analyzer<>(new Producers()).analyze(type.name, constructor);
      stores.removeIf(store -> {
        Frame<SourceValue> frame = frames[constructor.instructions.indexOf(store)];
        return frame == null
            || !frame.getStack(frame.getStackSize() - 2).insns.stream()
                .allMatch(SuperCall::loadsThis);
      });
    } catch (AnalyzerException e) {
      return; // A direct store is right for this, and for another object leaves one access out.
    }
  }

  private static boolean loadsThis(AbstractInsnNode insn) {
    return insn.getOpcode() == Opcodes.ALOAD && ((VarInsnNode) insn).var == 0;
  }

  /** A value on the stack comes from the local it was loaded from, through duplications. */
  private static final class Producers extends SourceInterpreter {
    Producers() {
      super(Opcodes.ASM9);
    }

    @Override
    public SourceValue copyOperation(AbstractInsnNode insn, SourceValue value) {
      return insn instanceof InsnNode ? value : super.copyOperation(insn, value);
    }
  }
}
