package dev.goguard.race.shadow;

import dev.goguard.race.detector.Cell;
import dev.goguard.race.detector.ThreadState;
import java.util.Arrays;

/** The accesses of up to 64 variables, each kept once with a mask of those it was made on. */
final class Runs {
  private static final long[] NONE = {};

  /** Cells at even places, their masks behind them. */
  private long[] pairs = NONE;

  private int size;

  /** The runs that overlap {@code mask} and race with an access that leaves no cell. */
  Conflict conflicts(long mask, ThreadState thread, long access) {
    Conflict found = null;
    for (int i = 0; i < size; i += 2) {
      found = (pairs[i + 1] & mask) == 0 ? found : conflict(i, mask, thread, access, found);
    }
    return found;
  }

  /**
   * Records an access to the variables in {@code mask}, and answers the runs with which it races.
   * In one pass, because other threads wait for the lock meanwhile: what the access stands for is
   * forgotten, and a write stands for all it raced with.
   */
  Conflict record(long mask, ThreadState thread, long access) {
    Conflict found = null;
    int same = -1;
    for (int i = size - 2; i >= 0; i -= 2) {
      if (pairs[i] == access) {
        same = i;
      } else if ((pairs[i + 1] & mask) != 0) {
        found = conflict(i, mask, thread, access, found);
        same = isSuperseded(i, thread, access) && remove(i, mask) && same == size ? i : same;
      }
    }
    add(same, access, mask);
    return found;
  }

  /** The plain write of a variable in {@code mask}, of which there is one at most; or 0. */
  long lastWrite(long mask) {
    for (int i = 0; i < size; i += 2) {
      if ((pairs[i + 1] & mask) != 0 && Cell.kind(pairs[i]) == Cell.WRITE) {
        return pairs[i];
      }
    }
    return 0;
  }

  private Conflict conflict(int at, long mask, ThreadState thread, long access, Conflict others) {
    boolean races =
        Cell.conflict(Cell.kind(access), Cell.kind(pairs[at])) && !thread.happensBefore(pairs[at]);
    int element = Long.numberOfTrailingZeros(pairs[at + 1] & mask);
    return races ? new Conflict(pairs[at], element, others) : others;
  }

  private boolean isSuperseded(int at, ThreadState thread, long access) {
    int kind = Cell.kind(access);
    return kind == Cell.WRITE
        || Cell.covers(kind, Cell.kind(pairs[at])) && thread.happensBefore(pairs[at]);
  }

  /** Takes variables out of a run; whether none is left, and the last run has taken its place. */
  private boolean remove(int at, long mask) {
    pairs[at + 1] &= ~mask;
    if (pairs[at + 1] != 0) {
      return false;
    }
    size -= 2;
    pairs[at] = pairs[size];
    pairs[at + 1] = pairs[size + 1];
    return true;
  }

  private void add(int same, long cell, long mask) {
    if (same >= 0) {
      pairs[same + 1] |= mask;
      return;
    }
    if (size == pairs.length) {
      pairs = Arrays.copyOf(pairs, Math.max(2, size * 2));
    }
    pairs[size] = cell;
    pairs[size + 1] = mask;
    size += 2;
  }

  /** The variables on which an access was made last. */
  long mask(long access) {
    for (int i = 0; i < size; i += 2) {
      if (pairs[i] == access) {
        return pairs[i + 1];
      }
    }
    return 0;
  }
}
