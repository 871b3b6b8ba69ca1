package dev.goguard.runtime;

import java.time.Duration;
import java.time.Instant;

/**
 * The permission of a {@link Limiter} for events to happen after some time:
 * {@code rate.Reservation}.
 *
 * <p>It is immutable and may be used by many goroutines.
 */
public final class Reservation {
  private final Limiter limiter;
  private final boolean ok;
  private final int tokens;
  private final Instant timeToAct;
  private final double limit; // of the limiter when this was made; 0 if that was unlimited

  Reservation(Limiter limiter, boolean ok, int tokens, Instant timeToAct, double limit) {
    this.limiter = limiter;
    this.ok = ok;
    this.tokens = tokens;
    this.timeToAct = timeToAct;
    this.limit = limit;
  }

  int tokens() {
    return tokens;
  }

  Instant timeToAct() {
    return timeToAct;
  }

  double limit() {
    return limit;
  }

  /**
   * Tells whether the limiter can ever grant this.
   *
   * @return false if more tokens were asked for than the bucket holds
   */
  public boolean ok() {
    return ok;
  }

  /**
   * Returns how long to hold back from now.
   *
   * @return the time, zero to act at once; the longest of nanoseconds in a long if not {@link #ok}
   */
  public Duration delay() {
    return delayFrom(Limiter.now());
  }

  /**
   * Returns how long to hold back from some time.
   *
   * @param time the time
   * @return the time, zero to act at once; the longest of nanoseconds in a long if not {@link #ok}
   */
  public Duration delayFrom(Instant time) {
    if (!ok) {
      return Limiter.NEVER;
    }
    Duration delay = Duration.between(time, timeToAct);
    return delay.isNegative() ? Duration.ZERO : delay;
  }

  /** Gives up the events and gives their tokens back as far as others do not count on them. */
  public void cancel() {
    cancelAt(Limiter.now());
  }

  /**
   * Gives the events up at some time; without effect once they may have happened.
   *
   * @param time the time
   */
  public void cancelAt(Instant time) {
    if (ok) {
      limiter.giveBack(this, time);
    }
  }
}
