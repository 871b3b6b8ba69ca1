package dev.goguard.runtime.internal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.locks.LockSupport;

/**
 * A tiny test-and-set lock for critical sections of a few instructions.
 *
 * <p>Not re-entrant and not fair. A holder must not call user code, wake anybody, or park except to
 * take another lock like this: who waits for one for long parks for a moment, again and again. An
 * interrupt does not end the wait.
 */
public class SpinLock {
  private static final int RESTS = 128 + 32; // after pausing come 32 yields, then rests
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

  /**
   * Waits for the lock. An interrupt is kept for later: with the flag set no park lasts, and the
   * goroutine would never leave its carrier. The flag is restored only with the lock, since setting
   * it leaves a permit, and the next park would not last either.
   */
  private void lockSlowPath() {
    boolean interrupted = false;
    int pauses = 8;
    do {
      // Opaque: only the eventual value matters here; ordering comes from the successful CAS.
      while ((boolean) HELD.getOpaque(this)) {
        interrupted |= pauses >= RESTS && Thread.interrupted();
        pauses = backOff(pauses);
      }
    } while (!HELD.weakCompareAndSetAcquire(this, false, true));
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Pauses 8, 16, 32 and 64 times, then lets others run: the holder may need a CPU. In the end it
   * leaves the run queues altogether for a moment. On the JDK's scheduler yielding is not enough:
   * two goroutines that yield keep their carrier's own queue filled, and a holder that a nested
   * lock, a class loader or a full queue has put into another queue would never run again.
   */
  private static int backOff(int pauses) {
    if (pauses > 64) {
      if (pauses < RESTS) {
        Thread.yield();
      } else {
        // May use up a permit; whoever parks looks first at what its waker has written before it.
        LockSupport.parkNanos(REST_NANOS);
      }
      return Math.min(pauses + 1, RESTS);
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
