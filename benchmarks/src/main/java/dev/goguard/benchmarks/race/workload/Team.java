package dev.goguard.benchmarks.race.workload;

import java.util.concurrent.atomic.AtomicReference;

/** A few threads that share the work of one run. */
final class Team {
  static final int SIZE = 4;

  private Team() {}

  /** What each thread does, told its number. */
  @FunctionalInterface
  interface Member {
    void run(int number) throws Exception;
  }

  /** Starts the threads and waits for all of them. */
  static void run(Member member) throws InterruptedException {
    var failure = new AtomicReference<Throwable>();
    var threads = new Thread[SIZE];
    for (int i = 0; i < SIZE; i++) {
      int number = i;
      threads[i] = new Thread(() -> attempt(member, number, failure));
      threads[i].start();
    }
    for (var thread : threads) {
      thread.join();
    }
    if (failure.get() != null) {
      throw new IllegalStateException(failure.get());
    }
  }

  private static void attempt(Member member, int number, AtomicReference<Throwable> failure) {
    try {
      member.run(number);
    } catch (Exception | Error e) {
      failure.compareAndSet(null, e);
    }
  }

  /**
   * Where the part of a member begins when {@code all} is divided evenly; it ends where the next
   * begins.
   */
  static int begin(int all, int number) {
    return (int) ((long) all * number / SIZE);
  }

  static long sum(long[] parts) {
    long sum = 0;
    for (long part : parts) {
      sum += part;
    }
    return sum;
  }
}
