package dev.goguard.runtime.internal.time;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** An action that waits for its time. It happens at most once, and not at all once cancelled. */
public class Alarm {
  private static final VarHandle ACTION;

  static {
    try {
      ACTION = MethodHandles.lookup().findVarHandle(Alarm.class, "action", Runnable.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final long when;
  private Runnable action; // null once taken, so that an alarm that is over retains nothing

  /** Creates an alarm; setting it is up to a clock. */
  public Alarm(long when, Runnable action) {
    this.when = when;
    this.action = action;
  }

  /** When the alarm goes off, in the clock's nanoseconds. */
  public final long when() {
    return when;
  }

  /** Whether the alarm has gone off or was cancelled. */
  public final boolean isOver() {
    // Opaque: a hint for clearing up; whoever acts on it goes through take.
    return ACTION.getOpaque(this) == null;
  }

  /** Takes the action, which the caller then owes; null when somebody has been faster. */
  public final Runnable take() {
    // Acquire: what was done before the alarm was set is seen by the action. The publication of
    // the alarm does the same; both sides of a race between firing and cancelling come here.
    return (Runnable) ACTION.getAndSetAcquire(this, (Runnable) null);
  }

  /** Cancels; false when the action has been taken, and is over, under way or about to begin. */
  public final boolean cancel() {
    if (take() == null) {
      return false;
    }
    cancelled();
    return true;
  }

  /** Told once the alarm has been cancelled. */
  void cancelled() {}
}
