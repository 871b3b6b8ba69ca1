package dev.goguard.benchmarks.runtime;

/** What {@link Thread#onSpinWait} costs here: it differs tenfold between processors. */
final class SpinHint {
  private static final int HINTS = 200_000;
  private static final int ROUNDS = 20;

  private SpinHint() {}

  /** The least of several rounds. */
  static double nanoseconds() {
    double least = Double.MAX_VALUE;
    for (int i = 0; i < ROUNDS; i++) {
      least = Math.min(least, round());
    }
    return least;
  }

  private static double round() {
    long start = System.nanoTime();
    for (int i = 0; i < HINTS; i++) {
      Thread.onSpinWait();
    }
    return (System.nanoTime() - start) / (double) HINTS;
  }
}
