package dev.goguard.agent.jdk;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Follows the monitors that a method of the JDK holds: of blocks, and of itself. */
final class MonitorAdvice {
  private static final String OWNER = "dev/goguard/race/bootstrap/Waits";

  private final Advice advice;
  private final MethodNode method;
  private final Contract contract;

  MonitorAdvice(Advice advice, MethodNode method, Contract contract) {
    this.advice = advice;
    this.method = method;
    this.contract = contract;
  }

  boolean apply() {
    boolean blocks = followBlocks();
    return followMethod() | blocks;
  }

  private boolean followBlocks() {
    boolean found = false;
    for (AbstractInsnNode insn : method.instructions.toArray()) {
      if (insn.getOpcode() == Opcodes.MONITORENTER) {
        method.instructions.insertBefore(insn, new InsnNode(Opcodes.DUP));
        method.instructions.insert(insn, hook("entered"));
        found = true;
      } else if (insn.getOpcode() == Opcodes.MONITOREXIT) {
        InsnList code = new InsnList();
        code.add(new InsnNode(Opcodes.DUP));
        code.add(hook("exiting"));
        method.instructions.insertBefore(insn, code);
        found = true;
      }
    }
    return found;
  }

  private static MethodInsnNode hook(String name) {
    return new MethodInsnNode(Opcodes.INVOKESTATIC, OWNER, name, "(Ljava/lang/Object;)V", false);
  }

  private boolean followMethod() {
    int flags = Opcodes.ACC_SYNCHRONIZED | Opcodes.ACC_STATIC;
    if ((method.access & flags) != Opcodes.ACC_SYNCHRONIZED) {
      return false;
    }
    advice.beforeReturns(contract);
    advice.catchAll(contract);
    InsnList entered = new InsnList();
    entered.add(new org.objectweb.asm.tree.VarInsnNode(Opcodes.ALOAD, 0));
    entered.add(hook("entered"));
    method.instructions.insert(entered);
    return true;
  }
}
