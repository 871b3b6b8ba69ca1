package dev.goguard.agent.transform;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;
import org.objectweb.asm.tree.analysis.SourceInterpreter;
import org.objectweb.asm.tree.analysis.SourceValue;

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

  /** A value on the stack comes from what pushed it first, not from what duplicated it. */
  private static final class Producers extends SourceInterpreter {
    Producers() {
      super(Opcodes.ASM9);
    }

    @Override
    public SourceValue copyOperation(AbstractInsnNode insn, SourceValue value) {
      return insn instanceof VarInsnNode ? super.copyOperation(insn, value) : value;
    }
  }

  /** Analyses the method as it is now, before anything is inserted into it. */
  ArrayOrigins(String owner, MethodNode method) {
    this.method = method;
    if (accessesArrays(method.instructions)) {
      collect(frames(owner, method));
    }
  }

  Origin of(AbstractInsnNode access) {
    return origins.getOrDefault(access, new Origin(access, null));
  }

  private static boolean accessesArrays(InsnList code) {
    for (AbstractInsnNode insn : code) {
      if (isLoad(insn) || isStore(insn)) {
        return true;
      }
    }
    return false;
  }

  private static Frame<SourceValue>[] frames(String owner, MethodNode method) {
    try {
      return new Analyzer<>(new Producers()).analyze(owner, method);
    } catch (AnalyzerException e) {
      return null; // Only sharing and names are lost.
    }
  }

  private void collect(Frame<SourceValue>[] frames) {
    int index = 0;
    for (AbstractInsnNode insn : method.instructions) {
      if (frames != null && frames[index] != null && (isLoad(insn) || isStore(insn))) {
        origins.put(insn, origin(insn, frames[index]));
      }
      index++;
    }
  }

  private Origin origin(AbstractInsnNode access, Frame<SourceValue> frame) {
    int below = isLoad(access) ? 2 : 3;
    Set<AbstractInsnNode> sources = frame.getStack(frame.getStackSize() - below).insns;
    AbstractInsnNode source = sources.size() == 1 ? sources.iterator().next() : null;
    if (source instanceof VarInsnNode local) {
      return new Origin(local.var, localName(local));
    }
    if (source instanceof FieldInsnNode field) {
      String simple = field.owner.substring(field.owner.lastIndexOf('/') + 1);
      return new Origin(field.owner + '.' + field.name, simple + '.' + field.name);
    }
    return new Origin(access, null);
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
