package dev.goguard.race.shadow;

import dev.goguard.race.detector.ThreadState;
import java.util.Arrays;

/** The cells of up to 64 variables, each kept once with a mask of those whose cell it is. */
final class Runs {
  private static final long[] NONE = {};

  /** Cells at even places, their masks behind them. */
  private long[] pairs = NONE;

  private int size;

  /**
   * Every run of a variable in {@code mask} that is not ordered before what {@code thread} does.
   */
  Conflict unordered(long mask, ThreadState thread, boolean write, Conflict others) {
    Conflict found = others;
    for (int i = 0; i < size; i += 2) {
      long both = pairs[i + 1] & mask;
      if (both != 0 && !thread.happensBefore(pairs[i])) {
        found = new Conflict(pairs[i], Long.numberOfTrailingZeros(both), write, found);
      }
    }
    return found;
  }

  /** Forgets the cells of the variables in {@code mask}. */
  void remove(long mask) {
    for (int i = size - 2; i >= 0; i -= 2) {
      keep(i, pairs[i + 1] & ~mask);
    }
  }

  /** Forgets those of them that are ordered before what {@code thread} does. */
  void removeOrdered(long mask, ThreadState thread) {
    for (int i = size - 2; i >= 0; i -= 2) {
      if ((pairs[i + 1] & mask) != 0 && thread.happensBefore(pairs[i])) {
        keep(i, pairs[i + 1] & ~mask);
      }
    }
  }

  private void keep(int at, long mask) {
    pairs[at + 1] = mask;
    if (mask == 0) {
      size -= 2;
      pairs[at] = pairs[size];
      pairs[at + 1] = pairs[size + 1];
    }
  }

  /** Makes {@code cell} that of the variables in {@code mask}; answers all that have it now. */
  long add(long cell, long mask) {
    for (int i = 0; i < size; i += 2) {
      if (pairs[i] == cell) {
        return pairs[i + 1] |= mask;
      }
    }
    if (size == pairs.length) {
      pairs = Arrays.copyOf(pairs, Math.max(2, size * 2));
    }
    pairs[size] = cell;
    pairs[size + 1] = mask;
    size += 2;
    return mask;
  }

  int bytes() {
    return pairs.length * Long.BYTES;
  }
}
