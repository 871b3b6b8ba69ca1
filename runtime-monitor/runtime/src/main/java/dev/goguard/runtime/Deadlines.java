package dev.goguard.runtime;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** Arithmetic of deadlines that saturates instead of overflowing. */
final class Deadlines {
  private Deadlines() {}

  static Instant in(Duration timeout) {
    try {
      return Instant.now().plus(timeout);
    } catch (DateTimeException | ArithmeticException e) {
      return timeout.isNegative() ? Instant.MIN : Instant.MAX;
    }
  }

  static long nanosUntil(Instant deadline) {
    return TimeUnit.NANOSECONDS.convert(Duration.between(Instant.now(), deadline));
  }
}
