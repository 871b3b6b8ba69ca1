package dev.goguard.benchmarks.race;

import java.lang.management.ManagementFactory;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;

/**
 * The most that a program keeps alive, sampled by full collections while it runs.
 *
 * <p>The peak of what is in use between collections says more of the collector than of the program:
 * any amount of garbage fills the space that there is.
 */
final class LiveHeap {
  private static final int INTERVAL_MILLIS = 20;

  private LiveHeap() {}

  /** Bytes; the program has to run for many intervals. */
  static long peakOf(Callable<?> program) throws Exception {
    var running = new FutureTask<>(program);
    new Thread(running).start();
    long peak = 0;
    while (!running.isDone()) {
      Thread.sleep(INTERVAL_MILLIS);
      peak = Math.max(peak, afterCollection());
    }
    running.get();
    return peak;
  }

  private static long afterCollection() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
