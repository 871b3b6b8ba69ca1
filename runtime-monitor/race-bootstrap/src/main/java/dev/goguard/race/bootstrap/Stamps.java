package dev.goguard.race.bootstrap;

import dev.goguard.race.detector.Speculation;
import dev.goguard.race.detector.ThreadStates;
import java.util.concurrent.locks.StampedLock;

/**
 * Hooks of stamped locks: their write and read mode order what those of other read-write locks do,
 * and what a thread reads optimistically is held back until it is validated.
 */
public final class Stamps {
  private Stamps() {}

  /** After the write mode was taken. */
  public static void writeLocked(Object lock) {
    forget(lock);
    Locks.acquireBoth(lock);
  }

  /** As {@link #writeLocked}, when the stamp says so. */
  public static void writeLockedWhenNonzero(long stamp, Object lock) {
    if (stamp != 0) {
      writeLocked(lock);
    }
  }

  /** After a read mode was taken. */
  public static void readLocked(Object lock) {
    forget(lock);
    Handovers.acquire(lock);
  }

  /** As {@link #readLocked}, when the stamp says so. */
  public static void readLockedWhenNonzero(long stamp, Object lock) {
    if (stamp != 0) {
      readLocked(lock);
    }
  }

  private static void forget(Object lock) {
    Speculation.failed(lock, ThreadStates.current());
  }

  /** Before a mode is given up for another, or the write mode for good. */
  public static void leaving(long stamp, Object lock) {
    if (StampedLock.isWriteLockStamp(stamp)) {
      Handovers.release(lock);
    } else if (StampedLock.isReadLockStamp(stamp)) {
      Locks.readReleased(lock);
    } else {
      validating(lock);
    }
  }

  /** Before the write mode is given up without a stamp. */
  public static void writeLeaving(Object lock) {
    Handovers.release(lock);
  }

  /** Before a read mode is given up without a stamp. */
  public static void readLeaving(Object lock) {
    Locks.readReleased(lock);
  }

  /** After optimistic reading has begun. */
  public static void optimistic(Object lock) {
    Speculation.begin(lock, ThreadStates.current());
  }

  /** As {@link #optimistic}, when the stamp says so. */
  public static void optimisticWhenNonzero(long stamp, Object lock) {
    if (stamp != 0) {
      Handovers.acquire(lock);
      optimistic(lock);
    }
  }

  /** Before optimistic reading is validated: a writer that comes next is after the reads. */
  public static void validating(Object lock) {
    if (ThreadStates.current().speculation != null) {
      Locks.readReleased(lock);
    }
  }

  /** After optimistic reading was validated, or not. */
  public static void validated(boolean valid, Object lock) {
    if (valid) {
      Handovers.acquire(lock);
      Speculation.validated(lock, ThreadStates.current());
    } else {
      forget(lock);
    }
  }

  /** After an attempt to get from any mode to the write mode. */
  public static void convertedToWrite(long to, long from, Object lock) {
    if (to != 0) {
      converted(from, lock);
      Locks.acquireBoth(lock);
    }
  }

  /** After an attempt to get from any mode to a read mode. */
  public static void convertedToRead(long to, long from, Object lock) {
    if (to != 0) {
      converted(from, lock);
    }
  }

  /** The lock is held now without a writer in between: what was read optimistically is good. */
  private static void converted(long from, Object lock) {
    Handovers.acquire(lock);
    if (StampedLock.isOptimisticReadStamp(from)) {
      Speculation.validated(lock, ThreadStates.current());
    }
  }
}
