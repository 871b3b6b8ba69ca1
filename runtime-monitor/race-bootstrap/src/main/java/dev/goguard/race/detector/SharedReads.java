package dev.goguard.race.detector;

import dev.goguard.race.memory.SpinLock;
import java.util.Arrays;

/**
 * Finds the {@link SharedRead} that a read cell stands for, by a number: a cell has no room for a
 * reference.
 *
 * <p>A number is used again when its variable is dead or was written in order. A thread may still
 * hold a cell from before; the generation in the cell tells it that the number means another one
 * now. The array is read without the lock: an entry is stored before the cell with its number is
 * published by compare-and-set, and a reader that finds an older entry takes it for dead, which it
 * is then.
 */
final class SharedReads {
  static final int MOST = 1 << 24;
  private static final SpinLock LOCK = new SpinLock();
  private static volatile SharedRead[] all = new SharedRead[256];
  private static int[] free = new int[256];
  private static int freeCount;
  private static int count;
  private static int generation;
  private static long refused;

  private SharedReads() {}

  /** The one that a cell stands for, or null when it is out of use. */
  static SharedRead of(long cell) {
    SharedRead[] now = all;
    int index = Cell.sharedIndex(cell);
    SharedRead found = index < now.length ? now[index] : null;
    return found != null && found.cell() == cell ? found : null;
  }

  /** A new one, without accesses, of a variable that is in {@code holder}; null when too many. */
  static SharedRead create(Object holder) {
    LOCK.lock();
    try {
      int index = nextIndex();
      if (index < 0) {
        refused++;
        return null;
      }
      ReadPlaces.clear(index);
      Statistics.sharedReads.add(1);
      return all[index] = new SharedRead(holder, index, generation++ & Cell.MAX_CLOCK);
    } finally {
      LOCK.unlock();
    }
  }

  private static int nextIndex() {
    if (freeCount == 0 && count == all.length) {
      sweep();
      if (freeCount < count / 4 && count < MOST) {
        all = Arrays.copyOf(all, count * 2);
      }
    }
    if (freeCount > 0) {
      return free[--freeCount];
    }
    return count < all.length ? count++ : -1;
  }

  /** Frees those whose variables are dead. */
  private static void sweep() {
    for (int i = 0; i < count; i++) {
      if (all[i] != null && all[i].refersTo(null)) {
        free(i);
      }
    }
  }

  private static void free(int index) {
    all[index] = null;
    if (freeCount == free.length) {
      free = Arrays.copyOf(free, freeCount * 2);
    }
    free[freeCount++] = index;
  }

  /** One is out of use: its cell has been replaced, or was never published. */
  static void release(SharedRead unused) {
    LOCK.lock();
    try {
      if (all[unused.index] == unused) { // else it was swept, its holder being dead
        free(unused.index);
      }
    } finally {
      LOCK.unlock();
    }
  }

  /** How many accesses were not recorded because there were too many such variables. */
  static long refused() {
    return refused;
  }

  /** How many variables have one now; a few of them may be dead. */
  static int size() {
    return count - freeCount;
  }
}
