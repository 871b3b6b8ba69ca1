package dev.goguard.race.detector;

import java.util.Arrays;

/** The last reads of one variable by several threads, none of which is ordered after all others. */
final class SharedRead {
  private static SharedRead[] all = new SharedRead[64];
  private static int count;

  private long[] cells = new long[2];
  private int size;

  private SharedRead(long first, long second) {
    cells[size++] = first;
    cells[size++] = second;
  }

  /** A read cell that stands for both reads. */
  static synchronized long create(long first, long second) {
    if (count == all.length) {
      all = Arrays.copyOf(all, count * 2);
    }
    all[count] = new SharedRead(first, second);
    return Cell.shared(count++);
  }

  static synchronized SharedRead of(long cell) {
    return all[Cell.sharedIndex(cell)];
  }

  synchronized void add(long access) {
    for (int i = 0; i < size; i++) {
      if (Cell.tid(cells[i]) == Cell.tid(access)) {
        cells[i] = access;
        return;
      }
    }
    if (size == cells.length) {
      cells = Arrays.copyOf(cells, size * 2);
    }
    cells[size++] = access;
  }

  /** A read that is not ordered before what {@code thread} does, or 0. */
  synchronized long unordered(ThreadState thread) {
    for (int i = 0; i < size; i++) {
      if (!thread.happensBefore(cells[i])) {
        return cells[i];
      }
    }
    return 0;
  }
}
