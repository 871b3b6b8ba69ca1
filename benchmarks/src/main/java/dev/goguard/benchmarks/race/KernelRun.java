package dev.goguard.benchmarks.race;

import dev.goguard.benchmarks.race.workload.Workload;
import java.util.Locale;

/**
 * Runs one program again and again and prints what it took: {@code KernelRun KERNEL SIZE WARMUPS
 * ITERATIONS MILLIS}. Each line is a word and a number, as {@link Output} reads them.
 */
public final class KernelRun {
  private static final long ENOUGH_NANOS = 5_000_000_000L;
  private final Workload workload;
  private final long leastNanos;
  private Long checksum;

  private KernelRun(Workload workload, int leastMillis) {
    this.workload = workload;
    this.leastNanos = leastMillis * 1_000_000L;
  }

  public static void main(String[] args) throws Exception {
    var workload = Kernel.valueOf(args[0]).workload(Integer.parseInt(args[1]));
    new KernelRun(workload, Integer.parseInt(args[4]))
        .print(Integer.parseInt(args[2]), Integer.parseInt(args[3]));
  }

  private void print(int warmups, int iterations) throws Exception {
    warmUp(warmups);
    for (double milliseconds : times(iterations)) {
      System.out.printf(Locale.ROOT, "time %.4f%n", milliseconds);
    }
    System.out.printf("heap %d%n", LiveHeap.peakOf(() -> times(iterations)));
    System.out.printf("checksum %d%n", checksum);
  }

  /** A program that takes long has been compiled early on. */
  private void warmUp(int iterations) throws Exception {
    long start = System.nanoTime();
    for (int i = 0; i < iterations && System.nanoTime() - start < ENOUGH_NANOS; i++) {
      iteration();
    }
  }

  private double[] times(int iterations) throws Exception {
    var times = new double[iterations];
    for (int i = 0; i < iterations; i++) {
      times[i] = iteration();
    }
    return times;
  }

  /** Milliseconds per run over at least the time of an iteration. */
  private double iteration() throws Exception {
    long start = System.nanoTime();
    for (int runs = 1; ; runs++) {
      check(workload.run());
      long elapsed = System.nanoTime() - start;
      if (elapsed >= leastNanos) {
        return elapsed / 1e6 / runs;
      }
    }
  }

  private void check(long result) {
    if (checksum != null && result != checksum) {
      throw new IllegalStateException(result + " in one run and " + checksum + " in another");
    }
    checksum = result;
  }
}
