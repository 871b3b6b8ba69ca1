package dev.goguard.runtime;

import dev.goguard.runtime.internal.Sleep;
import dev.goguard.runtime.internal.time.Clocks;
import java.time.Duration;
import java.time.Instant;

/**
 * What Go's package {@code time} does for a goroutine: the time, and waiting for it.
 *
 * <p>Durations have nanosecond precision, are measured on the monotonic clock and are lower bounds;
 * one that is zero or negative has passed at once.
 */
public final class Time {
  private Time() {}

  /**
   * Returns the time of day on the clock of the current goroutine: Go's {@code time.Now}.
   *
   * @return the time
   */
  public static Instant now() {
    return Clocks.current().now();
  }

  /**
   * Lets the current goroutine sleep: Go's {@code time.Sleep}.
   *
   * @param duration for how long at least; not at all when zero or negative
   * @throws GoInterruptedException when interrupted while sleeping
   */
  public static void sleep(Duration duration) {
    long nanos = Deadlines.nanos(duration);
    if (nanos <= 0) {
      return;
    }
    try {
      Sleep.sleep(Clocks.current(), nanos);
    } catch (InterruptedException e) {
      throw new GoInterruptedException(e);
    }
  }

  /**
   * Returns a channel that yields the time once the duration has passed: Go's {@code time.After}.
   * It need not be waited for; see {@link Timer}. Inside a select, {@link Select#after} does it
   * without a channel.
   *
   * @param duration after how long
   * @return the channel, never closed
   */
  public static RecvChan<Instant> after(Duration duration) {
    return Timer.newTimer(duration).channel();
  }

  /**
   * Returns a channel that yields the time at regular intervals: Go's {@code time.Tick}. It need
   * not be stopped; see {@link Ticker}.
   *
   * @param interval the time between ticks, and until the first
   * @return the channel, never closed; the nil channel when the interval is zero or negative
   */
  public static RecvChan<Instant> tick(Duration interval) {
    return Deadlines.nanos(interval) <= 0
        ? Chan.nil()
        : Ticker.newTicker(interval).channel();
  }
}
