package dev.goguard.race.shadow;

import dev.goguard.race.detector.Cell;
import dev.goguard.race.detector.ThreadState;
import dev.goguard.race.memory.Memory;
import dev.goguard.race.memory.SpinLock;

/**
 * The accesses of 64 neighbouring array elements.
 *
 * <p>Loops leave the same cell in neighbours, so a block keeps each cell once, with a mask of its
 * elements: FastTrack's rules are applied to all elements of a mask at once, under a lock.
 *
 * <p>The latest run of reads and of writes is kept once more in front, for the fast path, which
 * takes no lock: {@code readMask} is read with acquire before {@code readCell}, and written with
 * release after it. A mask that is read is thus never newer than the cell that is read after it.
 * When the cell is of the current thread and epoch, only this thread can have written it, before in
 * program order; the mask it reads is that one or a later one, and a later one would have brought a
 * later cell. So the mask is this thread's own.
 */
final class Block {
  private static final long READ_MASK = Memory.offset(Block.class, "readMask");
  private static final long WRITE_MASK = Memory.offset(Block.class, "writeMask");

  private final Runs runs = new Runs();
  private final SpinLock lock = new SpinLock();
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

  /**
   * FastTrack's rules for an access to all elements of {@code mask}; answers what it races with.
   */
  Conflict record(long mask, ThreadState thread, long access) {
    int kind = Cell.kind(access);
    lock.lock();
    try {
      Conflict found = runs.conflicts(mask, kind, thread);
      if (Cell.isRecorded(access)) {
        runs.supersede(mask, kind, thread);
        bringToFront(kind, access, runs.add(access, mask), mask);
      }
      return found;
    } finally {
      lock.unlock();
    }
  }

  private void bringToFront(int kind, long access, long all, long mask) {
    if (kind == Cell.READ) {
      readCell = access;
      Memory.putRelease(this, READ_MASK, all);
    } else if (kind == Cell.WRITE) {
      Memory.putRelease(this, READ_MASK, readMask & ~mask);
      writeCell = access;
      Memory.putRelease(this, WRITE_MASK, all);
    }
  }
}
