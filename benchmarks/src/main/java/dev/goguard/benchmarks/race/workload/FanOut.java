package dev.goguard.benchmarks.race.workload;

import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Hands small tasks to an executor and gathers their results. */
public final class FanOut implements Workload {
  private static final int BATCH = 100;
  private static final int SLICE = 500;
  private final int size;
  private final int[] input = new int[BATCH * SLICE];

  /** As many batches of tasks. */
  public FanOut(int size) {
    this.size = size;
    var randoms = new Randoms(9);
    for (int i = 0; i < input.length; i++) {
      input[i] = randoms.below(1000);
    }
  }

  /** Sums a part of the input. */
  private static final class Slice implements Callable<Long> {
    private final int[] input;
    private final int begin;
    private long sum;

    Slice(int[] input, int begin) {
      this.input = input;
      this.begin = begin;
    }

    @Override
    public Long call() {
      for (int i = begin; i < begin + SLICE; i++) {
        sum += input[i];
      }
      return sum;
    }
  }

  @Override
  public long run() throws Exception {
    try (var executor = Executors.newFixedThreadPool(Team.SIZE)) {
      long sum = 0;
      for (int i = 0; i < size; i++) {
        sum = 31 * sum + batch(executor);
      }
      return sum;
    }
  }

  private long batch(ExecutorService executor) throws Exception {
    var results = new ArrayList<Future<Long>>();
    for (int i = 0; i < BATCH; i++) {
      results.add(executor.submit(new Slice(input, i * SLICE)));
    }
    long sum = 0;
    for (var result : results) {
      sum += result.get();
    }
    return sum;
  }
}
