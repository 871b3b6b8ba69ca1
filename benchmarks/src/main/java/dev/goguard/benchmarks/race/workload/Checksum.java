package dev.goguard.benchmarks.race.workload;

/** A result as a number that is the same wherever floating point rounds a little differently. */
final class Checksum {
  private static final double DIGITS = 1e6;

  private Checksum() {}

  static long of(double result) {
    return Math.round(result * DIGITS);
  }

  /** The sum of all elements, row by row. */
  static long of(double[][] rows) {
    double sum = 0;
    for (var row : rows) {
      for (double element : row) {
        sum += element;
      }
    }
    return of(sum);
  }
}
