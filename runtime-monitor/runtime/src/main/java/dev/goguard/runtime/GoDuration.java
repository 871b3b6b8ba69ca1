package dev.goguard.runtime;

import java.math.BigDecimal;
import java.time.Duration;

/** Durations in Go's words: {@code 1h15m30.918s}. */
final class GoDuration {
  private GoDuration() {}

  static String toString(Duration duration) {
    long nanos = Deadlines.nanos(duration);
    return nanos < 0 ? "-" + text(BigDecimal.valueOf(nanos).negate()) : text(new BigDecimal(nanos));
  }

  private static String text(BigDecimal nanos) {
    if (nanos.signum() == 0) {
      return "0s";
    }
    int digits = nanos.precision();
    if (digits > 9) {
      return longText(nanos.movePointLeft(9));
    }
    String unit = digits > 6 ? "ms" : digits > 3 ? "µs" : "ns";
    return plain(nanos.movePointLeft((digits - 1) / 3 * 3)) + unit;
  }

  private static String longText(BigDecimal seconds) {
    BigDecimal[] minutes = seconds.divideAndRemainder(BigDecimal.valueOf(60));
    long whole = minutes[0].longValue();
    String hours = whole >= 60 ? whole / 60 + "h" : "";
    return hours + (whole > 0 ? whole % 60 + "m" : "") + plain(minutes[1]) + "s";
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
