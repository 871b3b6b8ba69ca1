package dev.goguard.runtime.internal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.locks.LockSupport;

/**
 * One goroutine's wait, from the moment it queues until one waker, or the goroutine itself, decides
 * it.
 *
 * <p>This is the only place in the runtime where a goroutine parks and is woken. The wait is also
 * the park blocker, so {@link LockSupport#getBlocker} of a parked thread yields its wait reason.
 */
public class Wait {
  private static final VarHandle DECISION;

  static {
    try {
      DECISION = MethodHandles.lookup().findVarHandle(Wait.class, "decision", Object.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final Thread thread = Thread.currentThread();
  private final WaitReason reason;

  /** Null while undecided, then for ever the argument of the one successful {@link #decide}. */
  private Object decision;

  /** Creates an undecided wait of the current thread. */
  public Wait(WaitReason reason) {
    this.reason = reason;
  }

  /** The thread that waits. */
  public final Thread thread() {
    return thread;
  }

  /** What it waits for. */
  public final WaitReason reason() {
    return reason;
  }

  /** Decides the wait; false when it is decided already. */
  final boolean decide(Object by) {
    // Release half: publishes the waiter's value, written just before, to the thread that waits.
    // Acquire half: a loser sees what the winner published before it goes on.
    return DECISION.compareAndSet(this, null, by);
  }

  /** What the wait was decided with, or null. */
  final Object decision() {
    // Acquire: pairs with decide, so that the waiter's value is there when the decision is.
    return DECISION.getAcquire(this);
  }

  /** Parks until the wait is decided; false when an interrupt comes first. The flag stays set. */
  final boolean await() {
    while (decision() == null) {
      if (thread.isInterrupted()) {
        return false;
      }
      LockSupport.park(this);
    }
    return true;
  }

  /** Parks until the wait is decided or the time of {@link System#nanoTime} has come. */
  final boolean awaitUntil(long deadline) {
    while (decision() == null) {
      long left = deadline - System.nanoTime();
      if (left <= 0 || thread.isInterrupted()) {
        return false;
      }
      LockSupport.parkNanos(this, left);
    }
    return true;
  }

  /** Parks until the wait is decided, keeping interrupts for later. */
  public final void awaitUninterruptibly() {
    boolean interrupted = false;
    while (decision() == null) {
      LockSupport.park(this);
      // A set flag would make park return at once.
      interrupted |= Thread.interrupted();
    }
    if (interrupted) {
      thread.interrupt();
    }
  }

  /** Parks until interrupted: what Go does with nil channels and the empty select. */
  public static void forever(WaitReason reason) throws InterruptedException {
    new Wait(reason).await();
    throw new InterruptedException();
  }

  /** Lets the thread go on that waits; the wait is decided. */
  final void wake() {
    LockSupport.unpark(thread);
  }

  @Override
  public final String toString() {
    return reason.toString();
  }
}
