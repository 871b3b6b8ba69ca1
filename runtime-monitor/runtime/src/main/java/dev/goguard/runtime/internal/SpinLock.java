package dev.goguard.runtime.internal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * A tiny test-and-set lock for critical sections of a few instructions.
 *
 * <p>Not re-entrant and not fair. A holder must not park, call user code, or wake anybody.
 */
public class SpinLock {
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

  /** Pauses 8, 16, 32 and 64 times, and from then on lets others run: the holder may need a CPU. */
  private static int backOff(int pauses) {
    if (pauses > 64) {
      Thread.yield();
      return pauses;
    }
    for (int i = 0; i < pauses; i++) {
      Thread.onSpinWait();
    }
    return pauses * 2;
  }

  /** Releases the lock; the caller holds it. */
  public final void unlock() {
    // Release: publishes the section's writes to the next acquirer.
    HELD.setRelease(this, false);
  }
}
