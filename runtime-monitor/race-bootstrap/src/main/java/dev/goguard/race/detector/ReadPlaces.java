package dev.goguard.race.detector;

import dev.goguard.race.memory.Memory;
import jdk.internal.misc.Unsafe;

/**
 * The last plain read of each of a few threads, for every {@link SharedRead}: where instrumented
 * code looks whether it knows a read already, with two loads and without a call.
 *
 * <p>Places belong to the number of a shared read. Threads whose ids have the same remainder
 * compete for one; whoever gets none is in the hash table of the shared read.
 *
 * <p>An entry in the current thread's epoch was put by this thread, before in program order. Can it
 * be left from another variable that had the number before? Places are emptied before the number is
 * given away again, and that before the new cell is published, from which the number was taken: the
 * load of the entry depends on the cell's value, so it is not older. And a cell that is older than
 * an entry of this thread is not read either, because to put the entry the thread has read the
 * newer cell with a volatile access, after which the older one cannot be seen.
 */
public final class ReadPlaces {
  static final int PLACES = 4;
  private static final int SEGMENT_BITS = 11;
  private static final int SEGMENT = 1 << SEGMENT_BITS;
  private static final long[][] SEGMENTS = new long[SharedReads.MOST >> SEGMENT_BITS][];

  private ReadPlaces() {}

  /** Whether a read cell stands for reads among which one was made in the thread's epoch. */
  public static boolean has(long cell, long epoch) {
    if (!Cell.isShared(cell)) {
      return false;
    }
    int index = Cell.sharedIndex(cell);
    long[] segment = SEGMENTS[index >>> SEGMENT_BITS];
    return segment != null && Cell.sameEpoch(segment[at(index, Cell.tid(epoch))], epoch);
  }

  private static int at(int index, int tid) {
    return (index & SEGMENT - 1) * PLACES + (tid & PLACES - 1);
  }

  private static long[] segment(int index) {
    return SEGMENTS[index >>> SEGMENT_BITS];
  }

  /** Empties the places of a number that is given away; under the lock of the numbers. */
  static void clear(int index) {
    if (segment(index) == null) {
      SEGMENTS[index >>> SEGMENT_BITS] = new long[SEGMENT * PLACES];
    }
    for (int place = 0; place < PLACES; place++) {
      segment(index)[at(index, place)] = 0;
    }
  }

  /** The read that is in a place, or in that of a thread, or 0. */
  static long get(int index, int place) {
    return segment(index)[at(index, place)];
  }

  /** Puts a read into the place of its thread if that is free, or of a read ordered before. */
  static boolean put(int index, long access, ThreadState thread) {
    long before = get(index, Cell.tid(access));
    return (before == 0 || thread.happensBefore(before)) && replace(index, before, access);
  }

  /**
   * Replaces a read of the same thread, without a lock; false when there is none. Compare-and-set:
   * the number may have been given away meanwhile, and then the place is empty.
   */
  static boolean refresh(int index, long access) {
    long before = get(index, Cell.tid(access));
    return Cell.tid(before) == Cell.tid(access) && replace(index, before, access);
  }

  private static boolean replace(int index, long before, long access) {
    long offset = Unsafe.ARRAY_LONG_BASE_OFFSET
        + (long) at(index, Cell.tid(access)) * Unsafe.ARRAY_LONG_INDEX_SCALE;
    return Memory.UNSAFE.compareAndSetLong(segment(index), offset, before, access);
  }
}
