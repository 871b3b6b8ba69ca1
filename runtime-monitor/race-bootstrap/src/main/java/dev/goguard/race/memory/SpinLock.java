package dev.goguard.race.memory;

/**
 * A lock for a few instructions.
 *
 * <p>The detector runs inside the JDK's locks and inside {@code Thread}, on platform, virtual and
 * carrier threads. A monitor would not do: a virtual thread that blocks on it runs scheduler code,
 * which is hooked, or pins its carrier. Parking would not do either: it may eat a permit that was
 * meant for the program. So a thread spins. What is done under the lock neither blocks nor calls
 * code that is hooked, thus the holder is always one that the operating system can run; a platform
 * thread lets it. Nothing may be locked twice by one thread.
 *
 * <p>A stack overflow between lock and unlock would leave the lock locked for ever. So the stack is
 * used a little further before, and overflows there when it must.
 */
public final class SpinLock {
  private static final long HELD = Memory.offset(SpinLock.class, "held");
  private static final int SPINS = 64;
  private static final int FRAMES = 12;

  private int held;

  /** Enters; the volatile compare-and-set orders it after the exit of the thread before. */
  public void lock() {
    claimStack(FRAMES);
    for (int spins = 0; !Memory.UNSAFE.compareAndSetInt(this, HELD, 0, 1); spins++) {
      await(spins);
    }
  }

  /** Leaves; a release store, so that what was done here is seen by the next thread. */
  public void unlock() {
    Memory.UNSAFE.putIntRelease(this, HELD, 0);
  }

  private static void await(int spins) {
    if (spins < SPINS || Thread.currentThread().isVirtual()) {
      Thread.onSpinWait();
    } else {
      Thread.yield();
    }
  }

  private static int claimStack(int frames) {
    return frames == 0 ? 0 : 1 + claimStack(frames - 1);
  }
}
