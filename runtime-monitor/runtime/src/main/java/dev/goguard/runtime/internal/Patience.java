package dev.goguard.runtime.internal;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * What makes a goroutine give up waiting: nothing, an interrupt, the end of some time, or both.
 *
 * <p>Each slow path is written once and takes the patience of its caller.
 */
public final class Patience {
  /** Waits on whatever happens; an interrupt is kept for later. */
  public static final Patience ENDLESS = new Patience(false, false, 0);

  /** Waits until interrupted. */
  public static final Patience INTERRUPTIBLE = new Patience(true, false, 0);

  private final boolean interruptible;
  private final boolean timed;
  private final long deadline; // in the time of System.nanoTime

  private Patience(boolean interruptible, boolean timed, long deadline) {
    this.interruptible = interruptible;
    this.timed = timed;
    this.deadline = deadline;
  }

  /** Waits for some time, not at all when it is zero or negative, keeping interrupts for later. */
  public static Patience within(Duration time) {
    return new Patience(false, true, deadline(time));
  }

  /** Waits for some time or until interrupted. */
  public static Patience interruptibleWithin(Duration time) {
    return new Patience(true, true, deadline(time));
  }

  /** The sum may wrap around; differences of such times are right all the same. */
  private static long deadline(Duration time) {
    return System.nanoTime() + TimeUnit.NANOSECONDS.convert(time);
  }

  /**
   * Parks until woken or out of patience.
   *
   * @param waiter is queued
   * @param withdraw takes the waiter out of its queue under the queue's lock, with what it counts
   *     for; false when a waker has claimed it, who is then waited for
   */
  public Outcome await(Waiter waiter, Predicate<Waiter> withdraw) {
    Outcome outcome = park(waiter);
    if (outcome == Outcome.DONE || withdraw.test(waiter)) {
      return outcome;
    }
    waiter.awaitUninterruptibly();
    return Outcome.DONE;
  }

  private Outcome park(Waiter waiter) {
    if (!interruptible && !timed) {
      waiter.awaitUninterruptibly();
      return Outcome.DONE;
    }
    boolean interrupted = false;
    while (!(timed ? waiter.awaitUntil(deadline) : waiter.await())) {
      if (!Thread.currentThread().isInterrupted()) {
        return restore(interrupted, Outcome.TIMED_OUT);
      }
      if (interruptible) {
        return Outcome.INTERRUPTED;
      }
      interrupted |= Thread.interrupted();
    }
    return restore(interrupted, Outcome.DONE);
  }

  private static Outcome restore(boolean interrupted, Outcome outcome) {
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return outcome;
  }
}
