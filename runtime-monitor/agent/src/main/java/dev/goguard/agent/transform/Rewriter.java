package dev.goguard.agent.transform;

import org.objectweb.asm.tree.AbstractInsnNode;

/**
 * Instruments one kind of instruction; asked about each instruction of the original method once.
 */
public interface Rewriter {
  void rewrite(AbstractInsnNode insn, Body body);
}
