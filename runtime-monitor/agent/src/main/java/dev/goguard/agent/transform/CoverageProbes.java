package dev.goguard.agent.transform;

import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * The marks that coverage tools have put into a class before us: they race by design, and are none
 * of the program's accesses.
 *
 * <p>JaCoCo and IntelliJ fetch an array at the beginning of a method into a local of their own, and
 * store into its elements.
 */
final class CoverageProbes {
  private static final Set<String> PREFIXES = Set.of("$jacoco", "__$hits", "__$branchHits");

  private CoverageProbes() {}

  /** Whether a method or field is one of a coverage tool. */
  static boolean isMember(String name) {
    return PREFIXES.stream().anyMatch(name::startsWith);
  }

  /** Leaves the stores of probes unchecked; to be called before anything is inserted. */
  static void exempt(Body body) {
    Set<Integer> arrays = arrays(body);
    if (arrays.isEmpty()) {
      return;
    }
    boolean probe = false;
    for (AbstractInsnNode insn : body.method.instructions) {
      if (insn.getOpcode() == Opcodes.ALOAD && arrays.contains(((VarInsnNode) insn).var)) {
        probe = true;
      } else if (ArrayOrigins.isLoad(insn) || ArrayOrigins.isStore(insn)) {
        if (probe) {
          body.checkElsewhere(insn);
        }
        probe = probe && ArrayOrigins.isLoad(insn);
      } else if (!isOperand(insn)) {
        probe = false;
      }
    }
  }

  /** Constants, arithmetic on a count, and the marks between instructions. */
  private static boolean isOperand(AbstractInsnNode insn) {
    int opcode = insn.getOpcode();
    return opcode <= Opcodes.LDC || opcode == Opcodes.DUP2 || opcode == Opcodes.IADD;
  }

  private static Set<Integer> arrays(Body body) {
    Set<Integer> locals = new HashSet<>();
    boolean fetched = false;
    for (AbstractInsnNode insn : body.method.instructions) {
      if (isFetch(insn)) {
        fetched = true;
      } else if (insn.getOpcode() >= 0 && insn.getOpcode() != Opcodes.CHECKCAST) {
        if (fetched && insn.getOpcode() == Opcodes.ASTORE) {
          locals.add(((VarInsnNode) insn).var);
        }
        fetched = false;
      }
    }
    return locals;
  }

  private static boolean isFetch(AbstractInsnNode insn) {
    if (insn instanceof MethodInsnNode call) {
      return isMember(call.name);
    }
    if (insn instanceof FieldInsnNode field) {
      return insn.getOpcode() == Opcodes.GETSTATIC && isMember(field.name);
    }
    return insn instanceof LdcInsnNode constant
        && constant.cst instanceof ConstantDynamic dynamic
        && isMember(dynamic.getName());
  }
}
