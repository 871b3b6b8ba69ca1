package dev.goguard.runtime.internal;

import dev.goguard.runtime.internal.time.Clock;
import dev.goguard.runtime.internal.time.Clocks;
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
  public static final Patience ENDLESS = new Patience(false, null, 0);

  /** Waits until interrupted. */
  public static final Patience INTERRUPTIBLE = new Patience(true, null, 0);

  private final boolean interruptible;
  private final Clock clock; // null without a deadline
  private final long deadline;

  private Patience(boolean interruptible, Clock clock, long deadline) {
    this.interruptible = interruptible;
    this.clock = clock;
    this.deadline = deadline;
  }

  /** Waits for some time, not at all when it is zero or negative, keeping interrupts for later. */
  public static Patience within(Duration time) {
    return within(false, time);
  }

  /** Waits for some time or until interrupted. */
  public static Patience interruptibleWithin(Duration time) {
    return within(true, time);
  }

  private static Patience within(boolean interruptible, Duration time) {
    Clock clock = Clocks.current();
    return new Patience(interruptible, clock, clock.in(TimeUnit.NANOSECONDS.convert(time)));
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
    if (!interruptible && clock == null) {
      waiter.awaitUninterruptibly();
      return Outcome.DONE;
    }
    boolean interrupted = false;
    while (!(clock == null ? waiter.await() : waiter.awaitUntil(clock, deadline))) {
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
