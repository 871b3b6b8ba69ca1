package dev.goguard.agent.transform;

import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.JumpInsnNode;

/**
 * A loop that counts a local up or down by a constant and is left in one place only, its test at
 * the top, and in which nothing synchronizes.
 *
 * @param span its instructions
 * @param counter the local that is counted
 * @param step by how much, not 0
 * @param exit the conditional jump that leaves it
 * @param frame the frame at its top, or null in old class files
 */
record CountedLoop(Span span, int counter, int step, JumpInsnNode exit, FrameNode frame) {

  /** Whether an instruction belongs to the test, which is made once more than the body runs. */
  boolean isTest(int position) {
    return position <= span.layout().position(exit);
  }
}
