package dev.goguard.runtime.internal;

/**
 * Makes sure of a little stack before several locks are taken, for without it releasing them could
 * overflow the stack as well.
 *
 * <p>The JDK reserves stack for such sections, but only for its own. Here the stack is used up to
 * where it will be needed and given back: an overflow strikes now or not before the locks are
 * released. A frame is smaller when compiled, but so are those that it stands for.
 */
final class StackReserve {
  private static final int FRAMES = 24;

  private StackReserve() {}

  /** Overflows the stack if it is nearly used up. */
  static void claim() {
    if (down(FRAMES) != FRAMES) {
      throw new AssertionError();
    }
  }

  private static int down(int left) {
    return left == 0 ? 0 : 1 + down(left - 1);
  }
}
