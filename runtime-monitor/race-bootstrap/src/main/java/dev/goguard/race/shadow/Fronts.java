package dev.goguard.race.shadow;

import dev.goguard.race.detector.Cell;
import dev.goguard.race.memory.Memory;
import jdk.internal.misc.Unsafe;

/**
 * For the fast path of {@link Block}, which takes no lock: the elements that each of a few threads
 * has read, or written, in its epoch. Threads whose ids have the same remainder share a place.
 *
 * <p>Written under the lock of the block. A mask is read with acquire before its cell, and written
 * with release after it: a mask that is read is thus never newer than the cell that is read after
 * it. When the cell is of the current thread and epoch, only this thread can have written it,
 * before in program order; the mask it reads is that one or a later one, and a later one of another
 * thread would have brought another cell. So the mask is this thread's own, less what others have
 * written.
 */
final class Fronts {
  static final int PLACES = 4;
  private static final long MASK = Unsafe.ARRAY_LONG_BASE_OFFSET + Unsafe.ARRAY_LONG_INDEX_SCALE;

  /** Cells at even places, their masks behind them. */
  private final long[] pairs = new long[2 * PLACES];

  /** Where the cell of a thread is: twice its id, modulo the length. */
  private static int place(long cell) {
    return (int) (cell >>> 47) & 2 * PLACES - 2;
  }

  /** Whether this thread has all elements of {@code mask} here in this epoch. */
  boolean has(long mask, long epoch) {
    int at = place(epoch);
    long own =
        Memory.UNSAFE.getLongAcquire(pairs, MASK + (long) at * Unsafe.ARRAY_LONG_INDEX_SCALE);
    return (own & mask) == mask && Cell.sameEpoch(pairs[at], epoch);
  }

  /** Adds elements to those of this epoch, wherever in it they were accessed. */
  void add(long access, long mask) {
    int at = place(access);
    if (!Cell.sameEpoch(pairs[at], access)) {
      put(at, 0);
      pairs[at] = access;
    }
    put(at, pairs[at + 1] | mask);
  }

  /** Another thread has accessed these elements in a way that makes new checks necessary. */
  void remove(long mask) {
    for (int at = 0; at < pairs.length; at += 2) {
      if ((pairs[at + 1] & mask) != 0) {
        put(at, pairs[at + 1] & ~mask);
      }
    }
  }

  private void put(int at, long mask) {
    Memory.UNSAFE.putLongRelease(pairs, MASK + (long) at * Unsafe.ARRAY_LONG_INDEX_SCALE, mask);
  }
}
