package dev.goguard.benchmarks.race.workload;

import java.util.concurrent.CyclicBarrier;

/**
 * A matrix as the product of a lower and an upper triangle, by columns, with a barrier for each.
 *
 * <p>Column {@code j} belongs to one thread, which also finds the pivot of it.
 */
public final class Factorization implements Workload {
  private final double[][] initial;

  /** A matrix of as many columns. */
  public Factorization(int size) {
    initial = Matrices.random(size, 5);
  }

  @Override
  public long run() throws InterruptedException {
    var columns = new double[initial.length][];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = initial[i].clone();
    }
    var pivots = new int[columns.length];
    var barrier = new CyclicBarrier(Team.SIZE);
    choosePivot(columns[0], pivots, 0);
    Team.run(number -> factorize(columns, pivots, number, barrier));
    return Checksum.of(columns);
  }

  private static void factorize(double[][] columns, int[] pivots, int number, CyclicBarrier barrier)
      throws Exception {
    for (int k = 0; k < columns.length - 1; k++) {
      for (int j = firstAfter(k, number); j < columns.length; j += Team.SIZE) {
        eliminate(columns[k], columns[j], k, pivots[k]);
        if (j == k + 1) {
          choosePivot(columns[j], pivots, j);
        }
      }
      barrier.await();
    }
  }

  /** The first column after k that belongs to the thread. */
  private static int firstAfter(int k, int number) {
    return k + 1 + Math.floorMod(number - k - 1, Team.SIZE);
  }

  private static void choosePivot(double[] column, int[] pivots, int k) {
    int pivot = k;
    for (int i = k + 1; i < column.length; i++) {
      if (Math.abs(column[i]) > Math.abs(column[pivot])) {
        pivot = i;
      }
    }
    pivots[k] = pivot;
    swap(column, k, pivot);
    for (int i = k + 1; i < column.length; i++) {
      column[i] /= column[k];
    }
  }

  private static void eliminate(double[] from, double[] column, int k, int pivot) {
    swap(column, k, pivot);
    double factor = column[k];
    for (int i = k + 1; i < column.length; i++) {
      column[i] -= factor * from[i];
    }
  }

  private static void swap(double[] column, int i, int j) {
    double kept = column[i];
    column[i] = column[j];
    column[j] = kept;
  }
}
