package dev.goguard.agent.transform;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;

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

  /** Pushes a number, in the shortest way. */
  static AbstractInsnNode push(int number) {
    if (number >= Short.MIN_VALUE && number <= Short.MAX_VALUE) {
      boolean small = number >= Byte.MIN_VALUE && number <= Byte.MAX_VALUE;
      return new IntInsnNode(small ? Opcodes.BIPUSH : Opcodes.SIPUSH, number);
    }
    return new LdcInsnNode(number);
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
