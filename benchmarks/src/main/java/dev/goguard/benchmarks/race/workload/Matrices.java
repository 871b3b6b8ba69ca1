package dev.goguard.benchmarks.race.workload;

/** Matrices to begin with. */
final class Matrices {
  private Matrices() {}

  static double[][] random(int size, long seed) {
    var randoms = new Randoms(seed);
    var matrix = new double[size][size];
    for (var row : matrix) {
      for (int j = 0; j < size; j++) {
        row[j] = randoms.fraction();
      }
    }
    return matrix;
  }
}
