package dev.goguard.race.shadow;

import dev.goguard.race.detector.Access;
import dev.goguard.race.detector.Cell;
import dev.goguard.race.detector.ThreadState;

/** One access to many elements of an array, block by block; its cell is made when it is needed. */
final class Sweep {
  private static final int SHIFT = ArrayShadow.SHIFT;
  private static final int LAST = ArrayShadow.LAST;

  private final ArrayShadow shadow;
  private final int kind;
  private final ThreadState thread;
  private final long context;
  private final int site;
  private long access;

  Sweep(ArrayShadow shadow, int kind, ThreadState thread, long context, int site) {
    this.shadow = shadow;
    this.kind = kind;
    this.thread = thread;
    this.context = context;
    this.site = site;
  }

  /** The elements from {@code from} up to {@code to}, without it, as far as there are such. */
  void range(int from, int to) {
    int end = Math.min(to, shadow.length());
    for (int at = Math.max(from, 0); at < end; at = (at | LAST) + 1) {
      int last = Math.min(end - 1, at | LAST);
      touch(at >> SHIFT, -1L << at & -1L >>> LAST - (last & LAST));
    }
  }

  /** So many elements, each {@code growth} behind the one before. */
  void run(int last, int growth, int count) {
    if (growth == 0 || count == 1) {
      range(last, last + 1);
    } else if (growth == 1) {
      range(last - count + 1, last + 1);
    } else if (growth == -1) {
      range(last, last + count);
    } else {
      scattered(growth > 0 ? last - (count - 1L) * growth : last, Math.abs(growth), count);
    }
  }

  private void scattered(long first, int step, int count) {
    long mask = 0;
    long index = first;
    for (int i = 0; i < count && index < shadow.length(); i++, index += step) {
      if (index >= 0) {
        mask |= 1L << index;
        if (i == count - 1
            || index + step >= shadow.length()
            || index + step >> SHIFT != index >> SHIFT) {
          touch((int) (index >> SHIFT), mask);
          mask = 0;
        }
      }
    }
  }

  private void touch(int at, long mask) {
    Block block = shadow.block(at);
    boolean known = kind == Cell.READ
        ? block.hasRead(mask, thread.epoch)
        : block.hasWritten(mask, thread.epoch);
    if (kind == Cell.READ && thread.speculation != null) {
      speculate(at, mask);
    } else if (!known && Access.isWatched(thread)) {
      access = access != 0 ? access : thread.access(kind, context, site);
      shadow.record(at, mask, thread, access, site);
    }
  }

  /** Reads that may turn out not to count are kept one by one. */
  private void speculate(int at, long mask) {
    for (long rest = mask; rest != 0; rest &= rest - 1) {
      int index = (at << SHIFT) + Long.numberOfTrailingZeros(rest);
      shadow.read(index, thread, context, site);
    }
  }
}
