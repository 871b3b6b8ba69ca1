package dev.goguard.race.shadow;

import dev.goguard.race.detector.ArrayAccess;
import dev.goguard.race.detector.Cell;
import dev.goguard.race.detector.ThreadState;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;

/** The cells of one array's elements; goes when the array does. */
public final class ArrayShadow extends WeakReference<Object> {
  final int hash;
  ArrayShadow next;
  private final int length;
  private final long[] cells;

  ArrayShadow(Object array, int hash, int length, ReferenceQueue<Object> queue) {
    super(array, queue);
    this.hash = hash;
    this.length = length;
    this.cells = new long[2 * length];
  }

  /** An element is read; the fast path is that this thread did so, or wrote it, in this epoch. */
  public void read(int index, ThreadState thread, long context, int site) {
    if (Integer.compareUnsigned(index, length) < 0
        && !Cell.sameEpoch(cells[2 * index], thread.epoch)
        && !Cell.sameEpoch(cells[2 * index + 1], thread.epoch)) {
      ArrayAccess.read(cells, index, thread, context, site);
    }
  }

  /** An element is written. */
  public void write(int index, ThreadState thread, long context, int site) {
    if (Integer.compareUnsigned(index, length) < 0
        && !Cell.sameEpoch(cells[2 * index + 1], thread.epoch)) {
      ArrayAccess.write(cells, index, thread, context, site);
    }
  }

  /** The elements from {@code from} up to {@code to}, without it, are read. */
  public void readRange(int from, int to, ThreadState thread, long context, int site) {
    for (int i = from; i < to; i++) {
      read(i, thread, context, site);
    }
  }

  /** The elements from {@code from} up to {@code to}, without it, are written. */
  public void writeRange(int from, int to, ThreadState thread, long context, int site) {
    for (int i = from; i < to; i++) {
      write(i, thread, context, site);
    }
  }
}
