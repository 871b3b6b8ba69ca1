package dev.goguard.runtime.internal.goroutine;

import dev.goguard.runtime.internal.Wait;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * For how long goroutines have been waiting, without a clock read in any of their waits.
 *
 * <p>As in Go, where the garbage collector stamps the goroutines that it finds waiting, a sweep
 * comes by once a minute and stamps each entry with the wait that it sees there, by identity hash:
 * a wait is an object of its own each time, and holding it would hold its goroutine. A later look
 * that finds the same wait knows it to be as old as the stamp. What is told is therefore up to a
 * minute less than the truth, and more only if two waits of one goroutine share a hash of 31 bits.
 */
final class WaitAges {
  private static final int PERIOD_SECONDS = 60;

  private WaitAges() {}

  /** Starts the sweep, once. */
  static void start() {
    // The class below is initialized by the first call, which starts the thread.
    Sweeper.THREAD.getClass();
  }

  /** Seconds on the clock of the stamps; never 0, which means no stamp. */
  static int now() {
    return (int) TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - Sweeper.START) + 1;
  }

  /** Stamps the goroutines that wait now and did not when they were stamped last. */
  static void sweep(int now) {
    for (GoroutineRef ref : Registry.entries()) {
      Goroutine goroutine = ref.get();
      if (goroutine != null) {
        stamp(ref, wait(goroutine.thread()), now);
      }
    }
  }

  private static Wait wait(Thread thread) {
    return LockSupport.getBlocker(thread) instanceof Wait wait ? wait : null;
  }

  /** Notes the wait of a goroutine, null for none. */
  static void stamp(GoroutineRef ref, Wait wait, int now) {
    int seen = wait == null ? 0 : wait.stamp();
    if (ref.waitSeen != seen) {
      ref.waitSeen = seen;
      ref.waitSeenAt = now;
    }
  }

  /**
   * For how many whole minutes a goroutine has at least waited. The stamp is read without the
   * sweep's knowledge: at worst a stamp and a time of two sweeps make a wait younger or older by
   * the time between them.
   */
  static int minutes(GoroutineRef ref, Wait wait, int now) {
    boolean stamped = wait != null && ref.waitSeen == wait.stamp();
    return stamped ? (int) TimeUnit.SECONDS.toMinutes(now - ref.waitSeenAt) : 0;
  }

  /** The thread that sweeps. */
  private static final class Sweeper {
    static final long START = System.nanoTime();
    static final Thread THREAD = thread();

    private static Thread thread() {
      Thread thread = new Thread(null, Sweeper::sweepForever, "goguard-sweep", 0, false);
      thread.setDaemon(true);
      // It outlives the application that happens to start it and must not keep its classes alive.
      thread.setContextClassLoader(null);
      thread.start();
      return thread;
    }

    private static void sweepForever() {
      while (!Thread.currentThread().isInterrupted()) {
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(PERIOD_SECONDS));
        sweep(now());
      }
    }
  }
}
