package dev.goguard.agent.transform;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;

/** Rearranges the operand stack for values of one and of two slots. */
final class Stack {
  private Stack() {}

  static InsnList of(int... opcodes) {
    InsnList code = new InsnList();
    for (int opcode : opcodes) {
      code.add(new InsnNode(opcode));
    }
    return code;
  }

  /** From {@code x, value} to {@code value, x}. */
  static InsnList swapBelow(String value) {
    return Body.size(value) == 2 ? of(Opcodes.DUP2_X1, Opcodes.POP2) : of(Opcodes.SWAP);
  }

  /** From {@code x, value} to {@code x, value, x}. */
  static InsnList dupBelow(String value) {
    return Body.size(value) == 2
        ? of(Opcodes.DUP2_X1, Opcodes.POP2, Opcodes.DUP_X2)
        : of(Opcodes.DUP2, Opcodes.POP);
  }
}
