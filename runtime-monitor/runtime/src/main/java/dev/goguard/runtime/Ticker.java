package dev.goguard.runtime;

import dev.goguard.runtime.internal.TimerChan;
import dev.goguard.runtime.internal.time.Clocks;
import java.time.Duration;
import java.time.Instant;

/**
 * Events at regular intervals: Go's {@code time.Ticker}.
 *
 * <pre>{@code
 * Ticker ticker = Ticker.newTicker(Duration.ofMillis(100));
 * for (Instant at : ticker.channel()) {
 *   sample(at);
 * }
 * }</pre>
 *
 * <p>The semantics are those of Go 1.23 and later: the channel is unbuffered; a receiver that is
 * slower than the ticker misses ticks and stays in step with the intervals; once {@link #stop} or
 * {@link #reset} has returned no tick of before can be received; a ticker nobody refers to is
 * garbage even if it was not stopped. Starting a ticker, when it is made or reset, happens before
 * the receive of a tick returns.
 */
public final class Ticker {
  private final TimerChan timer = new TimerChan(Clocks.current());
  private final RecvChan<Instant> channel = Chan.of(timer);

  private Ticker(long period) {
    timer.start(period, period);
  }

  /**
   * Starts a ticker: Go's {@code time.NewTicker}.
   *
   * @param interval the time between ticks, and until the first
   * @return the ticker
   * @throws GoPanic "non-positive interval for NewTicker"
   */
  public static Ticker newTicker(Duration interval) {
    return new Ticker(positive(interval, "non-positive interval for NewTicker"));
  }

  /**
   * Returns the channel of the ticks. It is never closed, not even when the ticker is stopped.
   *
   * @return the channel, which yields the times for which the ticks were due
   */
  public RecvChan<Instant> channel() {
    return channel;
  }

  /** Stops the ticker. Afterwards nothing can be received until it is reset. */
  public void stop() {
    timer.stop();
  }

  /**
   * Starts the ticker over with a new interval, the first of which begins now.
   *
   * @param interval the time between ticks, and until the first
   * @throws GoPanic "non-positive interval for Ticker.Reset"
   */
  public void reset(Duration interval) {
    long period = positive(interval, "non-positive interval for Ticker.Reset");
    timer.start(period, period);
  }

  private static long positive(Duration interval, String otherwise) {
    long nanos = Deadlines.nanos(interval);
    if (nanos <= 0) {
      throw new GoPanic(otherwise);
    }
    return nanos;
  }
}
