package dev.goguard.agent.transform;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;
import org.objectweb.asm.tree.analysis.SourceInterpreter;
import org.objectweb.asm.tree.analysis.SourceValue;

/** Which instruction pushed the operands of another, in the method as its compiler wrote it. */
final class Operands {
  private final String owner;
  private final MethodNode method;
  private Map<AbstractInsnNode, Frame<SourceValue>> frames;

  Operands(String owner, MethodNode method) {
    this.owner = owner;
    this.method = method;
  }

  /** Must be called before anything is inserted into the method; costs an analysis of it all. */
  void analyze() {
    if (frames == null) {
      frames = new IdentityHashMap<>();
      try {
        collect(new Analyzer<>(new Producers()).analyze(owner, method));
      } catch (AnalyzerException e) {
        frames.clear(); // Nothing is known then, and every access is checked where it is made.
      }
    }
  }

  private void collect(Frame<SourceValue>[] all) {
    int index = 0;
    for (AbstractInsnNode insn : method.instructions) {
      if (all[index] != null) {
        frames.put(insn, all[index]);
      }
      index++;
    }
  }

  /** The only instruction that can have pushed an operand, {@code below} the top one; or null. */
  AbstractInsnNode producer(AbstractInsnNode insn, int below) {
    Set<AbstractInsnNode> sources = sources(insn, below);
    return sources.size() == 1 ? sources.iterator().next() : null;
  }

  /** All instructions that can have pushed an operand; none when it is not known. */
  Set<AbstractInsnNode> sources(AbstractInsnNode insn, int below) {
    Frame<SourceValue> frame = frames == null ? null : frames.get(insn);
    return frame == null || frame.getStackSize() <= below
        ? Set.of()
        : frame.getStack(frame.getStackSize() - 1 - below).insns;
  }

  /** Whether the method was analysed, which code that no way leads to may prevent. */
  boolean isKnown() {
    return frames != null && !frames.isEmpty();
  }

  /** How many values lie on the stack before {@code insn}; -1 when it is not known. */
  int depth(AbstractInsnNode insn) {
    Frame<SourceValue> frame = frames == null ? null : frames.get(insn);
    return frame == null ? -1 : frame.getStackSize();
  }

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
}
