package dev.goguard.race.detector;

/**
 * FastTrack's rules for one variable, given by the places of its read and its write cell.
 *
 * <p>Each side first publishes its own access with a compare-and-set and then looks at the other's
 * cell. Compare-and-set is a full fence, so of two accesses at the same time at least one sees the
 * other (as in Dekker's algorithm): no race is missed because its two sides met exactly.
 *
 * <p>Both methods return the cell of an earlier access that is not ordered with this one, or 0.
 */
final class FastTrack {
  private FastTrack() {}

  static long read(Object base, long reads, long writes, ThreadState thread, long access) {
    long seen;
    long next;
    do {
      seen = Memory.UNSAFE.getLongVolatile(base, reads);
      next = afterRead(seen, thread, access);
    } while (seen != next && !Memory.UNSAFE.compareAndSetLong(base, reads, seen, next));
    long write = Memory.UNSAFE.getLongVolatile(base, writes);
    return thread.happensBefore(write) ? 0 : write;
  }

  private static long afterRead(long seen, ThreadState thread, long access) {
    if (Cell.isShared(seen)) {
      SharedRead.of(seen).add(access);
      return seen;
    }
    return thread.happensBefore(seen) ? access : SharedRead.create(seen, access);
  }

  static long write(Object base, long reads, long writes, ThreadState thread, long access) {
    long seen;
    do {
      seen = Memory.UNSAFE.getLongVolatile(base, writes);
    } while (!Memory.UNSAFE.compareAndSetLong(base, writes, seen, access));
    if (!thread.happensBefore(seen)) {
      return seen;
    }
    long read = Memory.UNSAFE.getLongVolatile(base, reads);
    if (Cell.isShared(read)) {
      return SharedRead.of(read).unordered(thread);
    }
    return thread.happensBefore(read) ? 0 : read;
  }
}
