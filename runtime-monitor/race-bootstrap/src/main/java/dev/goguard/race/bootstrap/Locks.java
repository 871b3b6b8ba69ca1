package dev.goguard.race.bootstrap;

import dev.goguard.race.detector.ThreadState;
import dev.goguard.race.detector.ThreadStates;
import dev.goguard.race.shadow.Slots;
import dev.goguard.race.shadow.SyncTable;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Hooks of the locks of java.util.concurrent.
 *
 * <p>Their clocks belong to their synchronizer, because a condition knows no more of its lock than
 * that. It has two parts: what everybody acquires, and what readers have released, which only
 * writers acquire. An {@link InternalLock} never gets a clock, and a condition of a synchronizer
 * without clock is not followed.
 */
public final class Locks {
  private Locks() {}

  /** After the lock was taken. */
  public static void locked(Object lock, Object synchronizer) {
    ThreadState thread = ThreadStates.current();
    if (thread.hidden == 0 && !(lock instanceof InternalLock)) {
      thread.hidden = 1;
      try {
        SyncTable.clockOf(synchronizer, Slots.PASSED).acquire(thread);
        Monitors.locked(lock, thread, thread.context, 0);
      } finally {
        thread.hidden = 0;
      }
    }
  }

  /** As {@link #locked}, when it was. */
  public static void lockedWhenTrue(boolean locked, Object lock, Object synchronizer) {
    if (locked) {
      locked(lock, synchronizer);
    }
  }

  /** Before the lock is given up. */
  public static void unlocking(ReentrantLock lock, Object synchronizer) {
    if (!(lock instanceof InternalLock) && lock.isHeldByCurrentThread()) {
      released(lock, synchronizer);
    }
  }

  private static void released(Object lock, Object synchronizer) {
    Handovers.release(synchronizer);
    unlocked(lock);
  }

  private static void unlocked(Object lock) {
    ThreadState thread = ThreadStates.current();
    if (thread.hidden == 0) {
      Monitors.unlocked(lock, thread);
    }
  }

  /** After a write lock was taken: what readers have done is before it, too. */
  public static void writeLocked(Object lock, Object synchronizer) {
    locked(lock, synchronizer);
    Handovers.acquire(synchronizer, Slots.READERS);
  }

  /** As {@link #writeLocked}, when it was. */
  public static void writeLockedWhenTrue(boolean locked, Object lock, Object synchronizer) {
    if (locked) {
      writeLocked(lock, synchronizer);
    }
  }

  /** Before a write lock is given up. */
  public static void writeUnlocking(ReentrantReadWriteLock.WriteLock lock, Object synchronizer) {
    if (lock.isHeldByCurrentThread()) {
      released(lock, synchronizer);
    }
  }

  /** Before a read lock is given up. */
  public static void readUnlocking(Object lock, Object synchronizer) {
    readReleased(synchronizer);
    unlocked(lock);
  }

  static void readReleased(Object synchronizer) {
    Handovers.release(synchronizer, Slots.READERS);
  }

  static void acquireBoth(Object synchronizer) {
    Handovers.acquire(synchronizer);
    Handovers.acquire(synchronizer, Slots.READERS);
  }

  /** Before a thread waits for a condition, which gives up the lock. */
  public static void awaiting(Object synchronizer) {
    if (SyncTable.isKnown(synchronizer, Slots.PASSED)) {
      Handovers.release(synchronizer);
    }
  }

  /** After a thread has waited for a condition and has the lock again. */
  public static void awaited(Object synchronizer) {
    acquireBoth(synchronizer);
  }

  /** After a synchronizer of the program has read its state. */
  public static void stateRead(Object synchronizer) {
    if (isOfProgram(synchronizer)) {
      Handovers.acquire(synchronizer);
    }
  }

  /** Before a synchronizer of the program writes its state. */
  public static void stateWriting(Object synchronizer) {
    if (isOfProgram(synchronizer)) {
      Handovers.release(synchronizer);
    }
  }

  private static boolean isOfProgram(Object synchronizer) {
    return synchronizer.getClass().getClassLoader() != null;
  }
}
