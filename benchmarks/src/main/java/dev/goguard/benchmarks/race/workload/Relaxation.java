package dev.goguard.benchmarks.race.workload;

import java.util.concurrent.CyclicBarrier;

/** Successive over-relaxation on a grid, the red points and the black ones in turn. */
public final class Relaxation implements Workload {
  private static final int SWEEPS = 20;
  private static final double OMEGA = 1.25;
  private final double[][] initial;

  /** A grid of as many rows. */
  public Relaxation(int size) {
    initial = Matrices.random(size, 3);
  }

  @Override
  public long run() throws InterruptedException {
    var grid = new double[initial.length][];
    for (int i = 0; i < grid.length; i++) {
      grid[i] = initial[i].clone();
    }
    var barrier = new CyclicBarrier(Team.SIZE);
    Team.run(number -> relax(grid, number, barrier));
    return Checksum.of(grid);
  }

  private static void relax(double[][] grid, int number, CyclicBarrier barrier) throws Exception {
    int begin = Math.max(Team.begin(grid.length, number), 1);
    int end = Math.min(Team.begin(grid.length, number + 1), grid.length - 1);
    for (int half = 0; half < 2 * SWEEPS; half++) {
      for (int i = begin; i < end; i++) {
        relaxRow(grid[i - 1], grid[i], grid[i + 1], 1 + (i + half) % 2);
      }
      barrier.await();
    }
  }

  private static void relaxRow(double[] above, double[] row, double[] below, int first) {
    for (int j = first; j < row.length - 1; j += 2) {
      double around = above[j] + below[j] + row[j - 1] + row[j + 1];
      row[j] = OMEGA / 4 * around + (1 - OMEGA) * row[j];
    }
  }
}
