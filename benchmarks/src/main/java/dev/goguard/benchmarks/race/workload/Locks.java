package dev.goguard.benchmarks.race.workload;

import java.util.concurrent.locks.ReentrantLock;

/** Counters that all threads raise at random, each under its lock. */
public final class Locks implements Workload {
  private static final int COUNTERS = 16;
  private final int size;

  /** As often as that per thread. */
  public Locks(int size) {
    this.size = size;
  }

  private static final class Counter {
    private final ReentrantLock lock = new ReentrantLock();
    private long count;

    void raise() {
      lock.lock();
      try {
        count++;
      } finally {
        lock.unlock();
      }
    }

    long count() {
      lock.lock();
      try {
        return count;
      } finally {
        lock.unlock();
      }
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
