package dev.goguard.race.detector;

import dev.goguard.race.context.Contexts;
import dev.goguard.race.memory.Counter;

/** What the detector counts of itself, for the summary at the end of a run. */
public final class Statistics {
  private static final long THREAD_BYTES = 512;
  private static final long SYNC_BYTES = 112;
  private static final long SHARED_BYTES = 112;
  private static final long ID_BYTES = 96;

  static final Counter threads = new Counter();
  static final Counter live = new Counter();
  static final Counter syncObjects = new Counter();
  static final Counter sharedReads = new Counter();
  private static volatile long peak;

  private Statistics() {}

  static void started() {
    threads.add(1);
    long now = live.add(1);
    if (now > peak) {
      peak = now; // two threads at once may leave the smaller: the peak is told, not relied on
    }
  }

  static void ended() {
    live.add(-1);
  }

  /** Threads that the program has started, and those it began with. */
  public static long threads() {
    return threads.get();
  }

  /** Threads that have not ended. */
  public static long liveThreads() {
    return live.get();
  }

  /** The most threads that were alive at one time. */
  public static long peakThreads() {
    return Math.max(peak, live.get());
  }

  /** Thread ids that were given out, of 65534. */
  public static int threadIds() {
    return ThreadIds.ALL.used();
  }

  /** Thread ids whose clock is used up. */
  public static int burnedIds() {
    return ThreadIds.ALL.burned();
  }

  /** Threads that took over the id of another without being ordered after it: see ThreadIds. */
  public static int unorderedReuses() {
    return ThreadIds.ALL.unordered();
  }

  /** Threads that had to go without an id, for some time at least. */
  public static int threadsWithoutId() {
    return ThreadIds.ALL.refused();
  }

  /** Objects that were synchronized on. */
  public static long syncObjects() {
    return syncObjects.get();
  }

  /** Accesses that were not recorded because too many variables had several readers. */
  public static long unrecordedReads() {
    return SharedReads.refused();
  }

  /**
   * About how many bytes the detector holds beside the cells in the program's objects and arrays:
   * states of live threads, calling contexts with their stacks, clocks and sets of readers.
   */
  public static long bytes() {
    return Contexts.bytes()
        + THREAD_BYTES * live.get()
        + SYNC_BYTES * syncObjects.get()
        + SHARED_BYTES * SharedReads.size()
        + ID_BYTES * ThreadIds.ALL.used();
  }

  /** Variables that became read by several threads without order. */
  public static long sharedReads() {
    return sharedReads.get();
  }
}
