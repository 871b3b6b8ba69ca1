package dev.goguard.runtime.internal.time;

import java.util.Objects;
import java.util.function.Supplier;

/** Which clock the current goroutine lives by. */
public final class Clocks {
  private static volatile Supplier<Clock> lookup = Clocks::real;

  private Clocks() {}

  /**
   * The clock of the current goroutine. Whatever waits for a time asks once, when it is made, and
   * keeps to that clock.
   */
  public static Clock current() {
    return lookup.get();
  }

  /** The clock of the machine. */
  public static Clock real() {
    return RealClock.INSTANCE;
  }

  /** From now on a goroutine's clock is what the function, called by the goroutine, returns. */
  public static void lookUpBy(Supplier<Clock> newLookup) {
    lookup = Objects.requireNonNull(newLookup);
  }
}
