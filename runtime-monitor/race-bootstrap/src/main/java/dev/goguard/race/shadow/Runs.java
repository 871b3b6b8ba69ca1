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

  /** Every run that overlaps {@code mask} and races with an access of {@code kind} by a thread. */
  Conflict conflicts(long mask, int kind, ThreadState thread) {
    Conflict found = null;
    for (int i = 0; i < size; i += 2) {
      long both = pairs[i + 1] & mask;
      if (both != 0
          && Cell.conflict(kind, Cell.kind(pairs[i]))
          && !thread.happensBefore(pairs[i])) {
        found = new Conflict(pairs[i], Long.numberOfTrailingZeros(both), found);
      }
    }
    return found;
  }

  /** Forgets what an access of {@code kind} stands for; a write stands for all it raced with. */
  void supersede(long mask, int kind, ThreadState thread) {
    for (int i = size - 2; i >= 0; i -= 2) {
      if ((pairs[i + 1] & mask) != 0
          && (kind == Cell.WRITE
              || Cell.covers(kind, Cell.kind(pairs[i])) && thread.happensBefore(pairs[i]))) {
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

  /** Adds {@code cell} for the variables in {@code mask}; answers all that have it now. */
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
}
