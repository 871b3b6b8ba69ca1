package dev.goguard.runtime;

import dev.goguard.runtime.internal.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** Arithmetic of deadlines that saturates instead of overflowing. */
final class Deadlines {
  private Deadlines() {}

  static Instant in(Clock clock, Duration timeout) {
    return after(clock.now(), timeout);
  }

  static Instant after(Instant time, Duration timeout) {
    try {
      return time.plus(timeout);
    } catch (DateTimeException | ArithmeticException e) {
      return timeout.isNegative() ? Instant.MIN : Instant.MAX;
    }
  }

  static Duration until(Clock clock, Instant deadline) {
    return Duration.between(clock.now(), deadline);
  }

  static long nanos(Duration duration) {
    return TimeUnit.NANOSECONDS.convert(duration);
  }
}
