package dev.goguard.benchmarks.runtime;

import dev.goguard.runtime.Go;

/** Tells which scheduler goroutines run on; as a program, exits with 0 when it is GoGuard's own. */
final class SchedulerProbe {
  private SchedulerProbe() {}

  public static void main(String[] args) {
    System.exit(isStock() ? 1 : 0);
  }

  /** The carrier is the last part of what a mounted virtual thread says of itself. */
  private static boolean isStock() {
    String[] self = new String[1];
    Go.run(() -> self[0] = Thread.currentThread().toString());
    return self[0].contains("@ForkJoinPool-");
  }

  static void require(Contender contender) {
    if (contender == Contender.STOCK && !isStock() || contender == Contender.GMP && isStock()) {
      throw new IllegalStateException("goroutines are not on the scheduler of " + contender);
    }
  }
}
