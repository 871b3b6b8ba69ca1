package dev.goguard.agent.transform;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/** How values change from one pass of a counted loop to the next. */
final class Invariants {
  /** A value of which nothing is known. */
  static final int UNKNOWN = Integer.MIN_VALUE;

  private final CountedLoop loop;
  private final Operands operands;

  Invariants(CountedLoop loop, Operands operands) {
    this.loop = loop;
    this.operands = operands;
  }

  /**
   * By how much the int that {@code insn} pushes grows with each pass: 0 when it stays, the loop's
   * step for the counter, and what follows for sums and products with constants.
   */
  int growth(AbstractInsnNode insn) {
    if (insn == null) {
      return UNKNOWN;
    }
    if (insn instanceof VarInsnNode load && load.var == loop.counter()) {
      return loop.step();
    }
    if (insn.getOpcode() == Opcodes.IADD || insn.getOpcode() == Opcodes.ISUB) {
      int left = growth(operands.producer(insn, 1));
      int right = growth(operands.producer(insn, 0));
      boolean known = left != UNKNOWN && right != UNKNOWN;
      return !known ? UNKNOWN : insn.getOpcode() == Opcodes.IADD ? left + right : left - right;
    }
    if (insn.getOpcode() == Opcodes.IMUL) {
      return product(operands.producer(insn, 1), operands.producer(insn, 0), insn);
    }
    return isConstant(insn) ? 0 : UNKNOWN;
  }

  private int product(AbstractInsnNode left, AbstractInsnNode right, AbstractInsnNode all) {
    Integer factor = literal(left) != null ? literal(left) : literal(right);
    int growth = factor == null ? UNKNOWN : growth(literal(left) != null ? right : left);
    boolean fits = growth != UNKNOWN && Math.abs((long) growth * factor) < 1 << 20;
    return fits ? growth * factor : isConstant(all) ? 0 : UNKNOWN;
  }

  private static Integer literal(AbstractInsnNode insn) {
    if (insn instanceof IntInsnNode push && insn.getOpcode() != Opcodes.NEWARRAY) {
      return push.operand;
    }
    if (insn instanceof LdcInsnNode load && load.cst instanceof Integer value) {
      return value;
    }
    int opcode = insn == null ? -1 : insn.getOpcode();
    boolean small = opcode >= Opcodes.ICONST_M1 && opcode <= Opcodes.ICONST_5;
    return small ? Integer.valueOf(opcode - Opcodes.ICONST_0) : null;
  }

  /** Whether {@code insn} pushes the same value on each pass, as far as this thread can tell. */
  boolean isConstant(AbstractInsnNode insn) {
    if (insn == null) {
      return false;
    }
    int opcode = insn.getOpcode();
    if (insn instanceof VarInsnNode load) {
      return opcode <= Opcodes.ALOAD && loop.span().keeps(load.var);
    }
    if (insn instanceof FieldInsnNode field) {
      return !isWritten(field)
          && (opcode == Opcodes.GETSTATIC || isConstant(operands.producer(insn, 0)));
    }
    return switch (opcode) {
      case Opcodes.AALOAD -> !storesReferences() && areConstant(insn);
      case Opcodes.IMUL, Opcodes.IADD, Opcodes.ISUB, Opcodes.ISHL -> areConstant(insn);
      default ->
        opcode >= Opcodes.ICONST_M1 && opcode <= Opcodes.ICONST_5
            || opcode == Opcodes.BIPUSH
            || opcode == Opcodes.SIPUSH
            || opcode == Opcodes.LDC;
    };
  }

  private boolean areConstant(AbstractInsnNode insn) {
    return isConstant(operands.producer(insn, 0)) && isConstant(operands.producer(insn, 1));
  }

  private boolean isWritten(FieldInsnNode field) {
    for (int i = loop.span().start(); i <= loop.span().end(); i++) {
      boolean write = loop.span().at(i).getOpcode() == Opcodes.PUTFIELD
          || loop.span().at(i).getOpcode() == Opcodes.PUTSTATIC;
      if (write && ((FieldInsnNode) loop.span().at(i)).name.equals(field.name)) {
        return true;
      }
    }
    return false;
  }

  private boolean storesReferences() {
    for (int i = loop.span().start(); i <= loop.span().end(); i++) {
      if (loop.span().at(i).getOpcode() == Opcodes.AASTORE) {
        return true;
      }
    }
    return false;
  }
}
