package dev.goguard.agent.transform;

import java.util.IdentityHashMap;
import java.util.Map;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** The instructions of a method and their positions, as its compiler wrote it. */
final class Layout {
  final MethodNode method;
  private final boolean frames;
  private final AbstractInsnNode[] code;
  private final Map<AbstractInsnNode, Integer> positions = new IdentityHashMap<>();

  Layout(MethodNode method, boolean frames) {
    this.method = method;
    this.frames = frames;
    this.code = method.instructions.toArray();
    for (int i = 0; i < code.length; i++) {
      positions.put(code[i], i);
    }
  }

  /** Whether the class file is of a version that has stack map frames. */
  boolean hasFrames() {
    return frames;
  }

  int size() {
    return code.length;
  }

  AbstractInsnNode at(int position) {
    return code[position];
  }

  int position(AbstractInsnNode insn) {
    return positions.get(insn);
  }

  /** The last real instruction before a position, or null. */
  AbstractInsnNode before(int position) {
    for (int i = position - 1; i >= 0; i--) {
      if (code[i].getOpcode() >= 0) {
        return code[i];
      }
    }
    return null;
  }

  /** A new label stands for one of the original's, which jumps were made to pass by. */
  void alias(AbstractInsnNode label, AbstractInsnNode original) {
    positions.put(label, position(original));
  }
}
