package dev.goguard.race.shadow;

import dev.goguard.race.detector.Cell;
import dev.goguard.race.detector.ThreadState;
import dev.goguard.race.memory.Memory;

/**
 * The cells of 64 neighbouring array elements.
 *
 * <p>Loops leave the same cell in neighbours, so a block keeps each cell once, with a mask of its
 * elements: FastTrack's rules are applied to all elements of a mask at once. The rules run under a
 * lock of a few instructions. A thread is never parked in it, and no program code runs.
 *
 * <p>The latest run of reads and of writes is kept once more in front, for the fast path, which
 * takes no lock: {@code readMask} is read with acquire before {@code readCell}, and written with
 * release after it. A mask that is read is thus never newer than the cell that is read after it.
 * When the cell is of the current thread and epoch, only this thread can have written it, before in
 * program order; the mask it reads is that one or a later one, and a later one would have brought a
 * later cell. So the mask is this thread's own.
 */
final class Block {
  private static final long LOCK = Memory.offset(Block.class, "lock");
  private static final long READ_MASK = Memory.offset(Block.class, "readMask");
  private static final long WRITE_MASK = Memory.offset(Block.class, "writeMask");

  private final Runs reads = new Runs();
  private final Runs writes = new Runs();
  private int lock;
  private long readCell;
  private long readMask;
  private long writeCell;
  private long writeMask;

  /** Whether this thread has read or written all elements of {@code mask} in this epoch. */
  boolean hasRead(long mask, long epoch) {
    return (Memory.getAcquire(this, READ_MASK) & mask) == mask && Cell.sameEpoch(readCell, epoch)
        || hasWritten(mask, epoch);
  }

  /** Whether this thread has written all elements of {@code mask} in this epoch. */
  boolean hasWritten(long mask, long epoch) {
    return (Memory.getAcquire(this, WRITE_MASK) & mask) == mask && Cell.sameEpoch(writeCell, epoch);
  }

  /** FastTrack's rules for reads: against earlier writes; ordered reads are superseded. */
  Conflict read(long mask, ThreadState thread, long access) {
    lock();
    try {
      Conflict found = writes.unordered(mask, thread, true, null);
      if (!Cell.isRecorded(access)) {
        return found;
      }
      reads.removeOrdered(mask, thread);
      long all = reads.add(access, mask);
      readCell = access;
      Memory.putRelease(this, READ_MASK, all);
      return found;
    } finally {
      unlock();
    }
  }

  /** FastTrack's rules for writes: against earlier writes and reads, all of which it supersedes. */
  Conflict write(long mask, ThreadState thread, long access) {
    lock();
    try {
      Conflict found = writes.unordered(mask, thread, true, null);
      found = reads.unordered(mask, thread, false, found);
      if (!Cell.isRecorded(access)) {
        return found;
      }
      reads.remove(mask);
      writes.remove(mask);
      long all = writes.add(access, mask);
      Memory.putRelease(this, READ_MASK, readMask & ~mask);
      writeCell = access;
      Memory.putRelease(this, WRITE_MASK, all);
      return found;
    } finally {
      unlock();
    }
  }

  private void lock() {
    while (!Memory.compareAndSet(this, LOCK, 0, 1)) {
      Thread.onSpinWait();
    }
  }

  private void unlock() {
    Memory.putRelease(this, LOCK, 0);
  }

  int bytes() {
    return 128 + reads.bytes() + writes.bytes();
  }
}
