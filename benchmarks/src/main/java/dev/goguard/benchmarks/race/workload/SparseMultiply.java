package dev.goguard.benchmarks.race.workload;

/** A sparse matrix, in compressed rows, times a vector, again and again. */
public final class SparseMultiply implements Workload {
  private static final int PER_ROW = 5;
  private static final int TIMES = 40;
  private final int size;
  private final int[] begins;
  private final int[] columns;
  private final double[] values;
  private final double[] vector;

  /** A matrix of as many rows. */
  public SparseMultiply(int size) {
    this.size = size;
    begins = new int[size + 1];
    columns = new int[size * PER_ROW];
    values = new double[size * PER_ROW];
    vector = new double[size];
    fill(new Randoms(4));
  }

  private void fill(Randoms randoms) {
    for (int i = 0; i < size; i++) {
      begins[i + 1] = (i + 1) * PER_ROW;
      vector[i] = randoms.fraction();
    }
    for (int i = 0; i < values.length; i++) {
      columns[i] = randoms.below(size);
      values[i] = randoms.fraction();
    }
  }

  @Override
  public long run() throws InterruptedException {
    var product = new double[size];
    Team.run(number -> {
      int begin = Team.begin(size, number);
      int end = Team.begin(size, number + 1);
      for (int time = 0; time < TIMES; time++) {
        multiply(product, begin, end);
      }
    });
    return Checksum.of(new double[][] {product});
  }

  private void multiply(double[] product, int begin, int end) {
    for (int i = begin; i < end; i++) {
      double sum = 0;
      for (int at = begins[i]; at < begins[i + 1]; at++) {
        sum += values[at] * vector[columns[at]];
      }
      product[i] += sum;
    }
  }
}
