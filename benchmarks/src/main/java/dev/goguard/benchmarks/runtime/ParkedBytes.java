package dev.goguard.benchmarks.runtime;

import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Prints how much heap a parked goroutine and its channel take: {@code ParkedBytes CONTENDER N}.
 *
 * <p>All the channels are held, as they would be by whoever is to send, because a goroutine that
 * nobody can wake may be collected.
 */
public final class ParkedBytes {
  private static final double STILL = 0.001;

  /**
   * Frames of interpreted methods are larger, and how many there are depends on the compiler's
   * luck.
   */
  private static final Load TO_COMPILE = new Load(Shape.PAIRS, 20_000, 1000, 0);

  private static final int RUNS_TO_COMPILE = 100;

  private ParkedBytes() {}

  public static void main(String[] args) throws InterruptedException {
    var contender = Contender.valueOf(args[0]);
    SchedulerProbe.require(contender);
    System.out.printf(
        Locale.ROOT, "%.1f%n", bytes(contender.programs(), Integer.parseInt(args[1])));
    System.exit(0);
  }

  private static double bytes(Programs programs, int goroutines) throws InterruptedException {
    warmUp(programs);
    var channels = new Object[goroutines];
    var started = new AtomicInteger();
    long before = settledHeap();
    for (int i = 0; i < goroutines; i++) {
      channels[i] = programs.park(started);
    }
    while (started.get() < goroutines) {
      Thread.sleep(1);
    }
    double bytes = (settledHeap() - before) / (double) goroutines;
    java.lang.ref.Reference.reachabilityFence(channels);
    return bytes;
  }

  private static void warmUp(Programs programs) {
    var program = programs.program(TO_COMPILE);
    for (int i = 0; i < RUNS_TO_COMPILE; i++) {
      program.run();
    }
  }

  /** The last ones to start are still on their way to park when they have counted themselves. */
  private static long settledHeap() throws InterruptedException {
    long last = collectedHeap();
    while (true) {
      Thread.sleep(100);
      long now = collectedHeap();
      if (Math.abs(now - last) <= STILL * last) {
        return now;
      }
      last = now;
    }
  }

  private static long collectedHeap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
