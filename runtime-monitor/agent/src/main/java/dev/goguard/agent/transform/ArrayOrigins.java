package dev.goguard.agent.transform;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Where the arrays that a method accesses come from: a local, a field, or just some instruction.
 */
final class ArrayOrigins {
  private final MethodNode method;
  private final Map<AbstractInsnNode, Origin> origins = new IdentityHashMap<>();

  /**
   * @param key equal for accesses that mostly mean the same array, which share a shadow
   * @param name the array's name in a report, or null
   */
  record Origin(Object key, String name) {}

  /** Looks at the method as it is now, before anything is inserted into it. */
  ArrayOrigins(MethodNode method, Operands operands) {
    this.method = method;
    for (AbstractInsnNode insn : method.instructions) {
      if (isLoad(insn) || isStore(insn)) {
        operands.analyze();
        origins.put(insn, origin(insn, operands));
      }
    }
  }

  Origin of(AbstractInsnNode access) {
    return origins.getOrDefault(access, new Origin(access, null));
  }

  private Origin origin(AbstractInsnNode access, Operands operands) {
    AbstractInsnNode source = operands.producer(access, isLoad(access) ? 1 : 2);
    if (source instanceof VarInsnNode local) {
      return new Origin(local.var, localName(local));
    }
    if (source instanceof FieldInsnNode field) {
      String simple = field.owner.substring(field.owner.lastIndexOf('/') + 1);
      return new Origin(field.owner + '.' + field.name, simple + '.' + field.name);
    }
    Origin outer = source == null || source == access ? null : origins.get(source);
    return new Origin(access, outer == null || outer.name == null ? null : outer.name + "[]");
  }

  private String localName(VarInsnNode local) {
    List<LocalVariableNode> variables =
        method.localVariables == null ? List.of() : method.localVariables;
    int at = method.instructions.indexOf(local);
    for (LocalVariableNode variable : variables) {
      int start = method.instructions.indexOf(variable.start);
      if (variable.index == local.var
          && start <= at
          && at <= method.instructions.indexOf(variable.end)) {
        return variable.name;
      }
    }
    return null;
  }

  static boolean isLoad(AbstractInsnNode insn) {
    return insn.getOpcode() >= Opcodes.IALOAD && insn.getOpcode() <= Opcodes.SALOAD;
  }

  static boolean isStore(AbstractInsnNode insn) {
    return insn.getOpcode() >= Opcodes.IASTORE && insn.getOpcode() <= Opcodes.SASTORE;
  }
}
