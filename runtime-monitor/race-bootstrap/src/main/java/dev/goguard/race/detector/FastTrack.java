package dev.goguard.race.detector;

import dev.goguard.race.memory.Memory;
import java.lang.ref.Reference;

/**
 * FastTrack's rules for one variable, given by the places of its read and its write cell (Flanagan
 * and Freund, PLDI 2009), with atomic accesses beside plain ones.
 *
 * <p>Each side first publishes its own access with a compare-and-set and then looks at the other's
 * cell. Compare-and-set is a full fence, so of two accesses at the same time at least one sees the
 * other (as in Dekker's algorithm): no race is missed because its two sides met exactly. Two
 * accesses that publish in the same cell are ordered by its compare-and-set, or by the lock of what
 * the cell stands for, and the second sees the first.
 *
 * <p>The write cell holds the last plain write. The read cell holds the last plain read while each
 * was ordered after the one before, or stands for a {@link SharedRead} with the last access of each
 * thread. Atomic accesses are always kept there, of either kind: they race with plain ones only, so
 * they need not be ordered among themselves, and none of them stands for another's.
 *
 * <p>A plain write that is ordered after all accesses in the read cell empties it, as in the first
 * version of FastTrack: whoever is unordered with one of them is unordered with the write as well.
 * The read cell's accesses are declared dead under their lock, where the write has seen that it
 * races with none of them. An access that comes later finds them dead, takes their place in the
 * read cell, and then finds the write in the write cell, which was published before.
 *
 * <p>The number in a read cell is given away when the object that has the cell is dead, so the
 * object is kept reachable until its number is no longer used here.
 *
 * <p>An access that races is recorded nevertheless, and what it races with is left in the buffer of
 * its thread.
 */
final class FastTrack {
  private FastTrack() {}

  static void read(
      Object base, long reads, long writes, ThreadState thread, long context, int site) {
    if (!isRepeated(base, reads, thread, Cell.READ)) {
      read(base, reads, writes, thread, thread.access(Cell.READ, context, site));
    }
  }

  private static void read(Object base, long reads, long writes, ThreadState thread, long access) {
    addToReads(base, reads, thread, access);
    compare(Memory.UNSAFE.getLongVolatile(base, writes), thread, access);
    Reference.reachabilityFence(base);
  }

  /** A read that is recorded later than it was made; later writes are not its business. */
  static void readBefore(Object base, long reads, ThreadState thread, long access, long written) {
    addToReads(base, reads, thread, access);
    compare(written, thread, access);
    Reference.reachabilityFence(base);
  }

  /** An atomic access, which writes or only reads. */
  static void atomic(
      Object base, long reads, long writes, ThreadState thread, int kind, long context, int site) {
    if (!isRepeated(base, reads, thread, kind)) {
      long access = thread.access(kind, context, site);
      addToReads(base, reads, thread, access);
      compare(Memory.UNSAFE.getLongVolatile(base, writes), thread, access);
    }
    Reference.reachabilityFence(base);
  }

  static void write(
      Object base, long reads, long writes, ThreadState thread, long context, int site) {
    long access = thread.access(Cell.WRITE, context, site);
    long before = exchange(base, writes, access);
    compare(before, thread, access);
    long read = Memory.UNSAFE.getLongVolatile(base, reads);
    if (Cell.isShared(read)) {
      emptyReads(base, reads, read, thread, access);
    } else {
      compare(read, thread, access);
    }
    Reference.reachabilityFence(base);
  }

  /** Whether several accesses are known, and among them one of this thread in this epoch. */
  private static boolean isRepeated(Object base, long reads, ThreadState thread, int kind) {
    long seen = Memory.UNSAFE.getLongVolatile(base, reads);
    SharedRead shared = Cell.isShared(seen) ? SharedReads.of(seen) : null;
    return shared != null && shared.has(thread.epoch, kind);
  }

  private static void compare(long earlier, ThreadState thread, long access) {
    if (!thread.happensBefore(earlier)) {
      thread.races.add(access, earlier);
    }
  }

  /** Publishes a write; one of a thread without id is not recorded. */
  private static long exchange(Object base, long writes, long access) {
    return Cell.isRecorded(access)
        ? Memory.UNSAFE.getAndSetLong(base, writes, access)
        : Memory.UNSAFE.getLongVolatile(base, writes);
  }

  private static void addToReads(Object base, long reads, ThreadState thread, long access) {
    boolean added = false;
    while (!added) {
      long seen = Memory.UNSAFE.getLongVolatile(base, reads);
      if (!Cell.isRecorded(access)) {
        compareReads(seen, thread, access);
        return;
      }
      added = Cell.isShared(seen)
          ? addToShared(base, reads, seen, thread, access)
          : addToOne(base, reads, seen, thread, access);
    }
  }

  /** A thread without id only looks. */
  private static void compareReads(long seen, ThreadState thread, long access) {
    SharedRead shared = Cell.isShared(seen) ? SharedReads.of(seen) : null;
    if (shared != null) {
      shared.compare(access, thread);
    } else if (!Cell.isShared(seen) && Cell.conflict(Cell.kind(access), Cell.kind(seen))) {
      compare(seen, thread, access);
    }
  }

  private static boolean addToShared(
      Object base, long reads, long seen, ThreadState thread, long access) {
    SharedRead shared = SharedReads.of(seen);
    if (shared != null && shared.add(access, thread)) {
      return true;
    }
    remove(base, reads, seen, shared);
    return false;
  }

  /** Empties a read cell whose accesses are dead; whoever does so frees their number. */
  private static void remove(Object base, long reads, long seen, SharedRead dead) {
    if (Memory.UNSAFE.compareAndSetLong(base, reads, seen, 0) && dead != null) {
      SharedReads.release(dead);
    }
  }

  private static boolean addToOne(
      Object base, long reads, long seen, ThreadState thread, long access) {
    boolean plain = Cell.kind(access) == Cell.READ;
    if (plain && thread.happensBefore(seen)) {
      return Memory.UNSAFE.compareAndSetLong(base, reads, seen, access);
    }
    return share(base, reads, seen, thread, access);
  }

  private static boolean share(
      Object base, long reads, long seen, ThreadState thread, long access) {
    SharedRead shared = SharedReads.create(base);
    if (shared == null) {
      return true; // there are millions of them: this access is not recorded, which is counted
    }
    if (seen != 0) {
      shared.begin(seen, thread);
    }
    shared.begin(access, thread);
    boolean published = Memory.UNSAFE.compareAndSetLong(base, reads, seen, shared.cell());
    if (!published) {
      SharedReads.release(shared);
    } else if (Cell.conflict(Cell.kind(access), Cell.kind(seen))) {
      compare(seen, thread, access);
    }
    return published;
  }

  private static void emptyReads(
      Object base, long reads, long read, ThreadState thread, long access) {
    SharedRead shared = SharedReads.of(read);
    if (shared == null) {
      return;
    }
    if (!Cell.isRecorded(access)) {
      shared.compare(access, thread);
    } else if (shared.replaceBy(access, thread)) {
      remove(base, reads, read, shared);
    }
  }
}
