package dev.goguard.race.shadow;

import dev.goguard.race.detector.Cell;
import dev.goguard.race.detector.SyncClock;
import dev.goguard.race.detector.ThreadState;
import dev.goguard.race.memory.Memory;
import dev.goguard.race.memory.SpinLock;

/**
 * The accesses of 64 neighbouring array elements.
 *
 * <p>Loops leave the same cell in neighbours, so a block keeps each cell once, with a mask of its
 * elements: FastTrack's rules are applied to all elements of a mask at once, under a lock.
 *
 * <p>What was accessed last is kept once more in front, for the fast path, which takes no lock.
 * Many threads may read by turns what nobody writes, so reads have {@link Fronts}, one for each of
 * a few threads; of writes there is the latest run, whose cell and mask are read and written in the
 * order that is explained there.
 */
final class Block {
  private static final long WRITE_MASK = Memory.offset(Block.class, "writeMask");

  private final Runs runs = new Runs();
  private final SpinLock lock = new SpinLock();
  private final Fronts reads = new Fronts();
  private long writeCell;
  private long writeMask;
  private volatile SyncClock[] clocks;

  /** The clock of an element, made when it is first asked for; the one that all threads get. */
  SyncClock clock(int element) {
    SyncClock[] all = clocks;
    SyncClock known = all == null ? null : all[element];
    return known == null ? newClock(element) : known;
  }

  private SyncClock newClock(int element) {
    lock.lock();
    try {
      if (clocks == null) {
        clocks = new SyncClock[ArrayShadow.LAST + 1];
      }
      if (clocks[element] == null) {
        SyncClock fresh = new SyncClock();
        Memory.UNSAFE.storeFence(); // whoever meets it without the lock sees it complete
        clocks[element] = fresh;
      }
      return clocks[element];
    } finally {
      lock.unlock();
    }
  }

  /** Whether this thread has read or written all elements of {@code mask} in this epoch. */
  boolean hasRead(long mask, long epoch) {
    return reads.has(mask, epoch) || hasWritten(mask, epoch);
  }

  /** Whether this thread has written all elements of {@code mask} in this epoch. */
  boolean hasWritten(long mask, long epoch) {
    return (Memory.getAcquire(this, WRITE_MASK) & mask) == mask && Cell.sameEpoch(writeCell, epoch);
  }

  /**
   * FastTrack's rules for an access to all elements of {@code mask}; answers what it races with.
   */
  Conflict record(long mask, ThreadState thread, long access) {
    lock.lock();
    try {
      if (!Cell.isRecorded(access)) {
        return runs.conflicts(mask, thread, access);
      }
      Conflict found = runs.record(mask, thread, access);
      bringToFront(access, mask);
      return found;
    } finally {
      lock.unlock();
    }
  }

  /** The last write of the elements in {@code mask}, or 0. */
  long lastWrite(long mask) {
    lock.lock();
    try {
      return runs.lastWrite(mask);
    } finally {
      lock.unlock();
    }
  }

  private void bringToFront(long access, long mask) {
    if (Cell.kind(access) == Cell.READ) {
      reads.add(access, mask);
    } else if (Cell.kind(access) == Cell.WRITE) {
      reads.remove(mask);
      long all = Cell.sameEpoch(writeCell, access) ? writeMask | mask : runs.mask(access);
      writeCell = access;
      Memory.putRelease(this, WRITE_MASK, all);
    }
  }
}
