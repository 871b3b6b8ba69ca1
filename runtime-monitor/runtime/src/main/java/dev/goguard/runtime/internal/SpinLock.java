package dev.goguard.runtime.internal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.locks.LockSupport;

/**
 * A tiny test-and-set lock for critical sections of a few instructions.
 *
 * <p>Not re-entrant and not fair. A holder must not park, call user code, or wake anybody.
 */
public class SpinLock {
  private static final int YIELDS = 32;
  private static final long REST_NANOS = 20_000;

  private static final VarHandle HELD;

  static {
    try {
      HELD = MethodHandles.lookup().findVarHandle(SpinLock.class, "held", boolean.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private boolean held;

  /** Creates an unlocked lock. */
  public SpinLock() {}

  /** Acquires the lock. */
  public final void lock() {
    // Acquire: pairs with the release in unlock, so the section sees all earlier sections. Nothing
    // before the lock needs to be ordered with it. A spurious failure only costs the slow path.
    if (!HELD.weakCompareAndSetAcquire(this, false, true)) {
      lockSlowPath();
    }
  }

  private void lockSlowPath() {
    int pauses = 8;
    do {
      // Opaque: only the eventual value matters here; ordering comes from the successful CAS.
      while ((boolean) HELD.getOpaque(this)) {
        pauses = backOff(pauses);
      }
    } while (!HELD.weakCompareAndSetAcquire(this, false, true));
  }

  /**
   * Pauses 8, 16, 32 and 64 times, then lets others run: the holder may need a CPU. In the end it
   * leaves the run queues altogether for a moment. On the JDK's scheduler yielding is not enough:
   * two goroutines that yield keep their carrier's own queue filled, and a holder that a nested
   * lock, a class loader or a full queue has put into another queue would never run again.
   */
  private static int backOff(int pauses) {
    if (pauses > 64) {
      if (pauses < 128 + YIELDS) {
        Thread.yield();
      } else {
        // May use up a permit; whoever parks looks first at what its waker has written before it.
        LockSupport.parkNanos(REST_NANOS);
      }
      return pauses + 1;
    }
    for (int i = 0; i < pauses; i++) {
      Thread.onSpinWait();
    }
    return pauses * 2; // 128 after the last pauses; from there on rounds are counted
  }

  /** Releases the lock; the caller holds it. */
  public final void unlock() {
    // Release: publishes the section's writes to the next acquirer.
    HELD.setRelease(this, false);
  }
}
