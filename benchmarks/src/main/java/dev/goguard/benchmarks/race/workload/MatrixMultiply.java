package dev.goguard.benchmarks.race.workload;

/** The product of two square matrices, by rows and columns. */
public final class MatrixMultiply implements Workload {
  private final double[][] left;
  private final double[][] right;

  /** Matrices of as many rows. */
  public MatrixMultiply(int size) {
    left = Matrices.random(size, 1);
    right = Matrices.random(size, 2);
  }

  @Override
  public long run() throws InterruptedException {
    var product = new double[left.length][left.length];
    Team.run(number -> {
      int end = Team.begin(left.length, number + 1);
      for (int i = Team.begin(left.length, number); i < end; i++) {
        multiply(left[i], product[i]);
      }
    });
    return Checksum.of(product);
  }

  private void multiply(double[] row, double[] product) {
    for (int j = 0; j < product.length; j++) {
      double sum = 0;
      for (int k = 0; k < row.length; k++) {
        sum += row[k] * right[k][j];
      }
      product[j] = sum;
    }
  }
}
