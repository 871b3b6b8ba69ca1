package dev.goguard.benchmarks.race.workload;

/** Counters that all threads raise at random, each under its monitor. */
public final class Monitors implements Workload {
  private static final int COUNTERS = 16;
  private final int size;

  /** As often as that per thread. */
  public Monitors(int size) {
    this.size = size;
  }

  private static final class Counter {
    private long count;

    synchronized void raise() {
      count++;
    }

    synchronized long count() {
      return count;
    }
  }

  @Override
  public long run() throws InterruptedException {
    var counters = new Counter[COUNTERS];
    for (int i = 0; i < COUNTERS; i++) {
      counters[i] = new Counter();
    }
    Team.run(number -> {
      var randoms = new Randoms(number);
      for (int i = 0; i < size; i++) {
        counters[randoms.below(COUNTERS)].raise();
      }
    });
    long sum = 0;
    for (int i = 0; i < COUNTERS; i++) {
      sum += i * counters[i].count();
    }
    return sum;
  }
}
