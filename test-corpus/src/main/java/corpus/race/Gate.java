package corpus.race;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Makes one thread wait for another without a happens-before edge between them.
 *
 * <p>Programs use it where a race shows, or a program ends, in one order only. Opaque accesses are
 * seen in the end but synchronise nothing (JLS 17.4.4 does not know them, and the documentation of
 * VarHandle promises no more), so the accesses before {@link #open} and behind {@link #pass} still
 * race.
 */
public final class Gate {
  /** Parking, as virtual threads that yield without pause starve others; it orders nothing. */
  private static final long PAUSE = TimeUnit.MICROSECONDS.toNanos(50);

  private static final VarHandle OPENER;

  static {
    try {
      OPENER = MethodHandles.lookup().findVarHandle(Gate.class, "opener", Thread.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private Thread opener;

  /** Lets everyone pass. */
  public void open() {
    OPENER.setOpaque(this, Thread.currentThread());
  }

  /** Whether it is open. */
  public boolean isOpen() {
    return OPENER.getOpaque(this) != null;
  }

  /** Waits until the gate is open. */
  public void pass() {
    while (!isOpen()) {
      LockSupport.parkNanos(PAUSE);
    }
  }

  /** Waits until the thread that has opened the gate waits for something. */
  public void passWhenOpenerWaits() {
    pass();
    Thread thread = (Thread) OPENER.getOpaque(this);
    while (thread.getState() != Thread.State.WAITING) {
      LockSupport.parkNanos(PAUSE);
    }
  }
}
