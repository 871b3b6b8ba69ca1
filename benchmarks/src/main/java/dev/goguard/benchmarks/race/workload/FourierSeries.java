package dev.goguard.benchmarks.race.workload;

/** Fourier coefficients of a function, each an integral: arithmetic with few accesses. */
public final class FourierSeries implements Workload {
  private static final int INTERVALS = 1000;
  private static final double WIDTH = 2.0;
  private final int size;

  /** As many pairs of coefficients. */
  public FourierSeries(int size) {
    this.size = size;
  }

  @Override
  public long run() throws InterruptedException {
    var coefficients = new double[2][size];
    Team.run(number -> {
      int end = Team.begin(size, number + 1);
      for (int i = Team.begin(size, number); i < end; i++) {
        coefficients[0][i] = integral(i, false);
        coefficients[1][i] = integral(i, true);
      }
    });
    return Checksum.of(coefficients);
  }

  /** By the trapezoidal rule from 0 to {@code WIDTH}. */
  private static double integral(int i, boolean sine) {
    double step = WIDTH / INTERVALS;
    double sum = (value(0, i, sine) + value(WIDTH, i, sine)) / 2;
    for (int interval = 1; interval < INTERVALS; interval++) {
      sum += value(interval * step, i, sine);
    }
    return sum * step;
  }

  private static double value(double x, int i, boolean sine) {
    double angle = Math.PI * i * x;
    return Math.pow(x + 1, x) * (sine ? Math.sin(angle) : Math.cos(angle));
  }
}
