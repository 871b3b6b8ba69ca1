package dev.goguard.race.bootstrap;

import dev.goguard.race.detector.ThreadState;
import dev.goguard.race.detector.ThreadStates;
import dev.goguard.race.shadow.SyncTable;
import java.util.concurrent.locks.AbstractOwnableSynchronizer;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Hooks of the locks of java.util.concurrent.
 *
 * <p>Their clocks belong to their synchronizer, because a condition knows no more of its lock than
 * that. It has two parts: what everybody acquires, and what readers have released, which only
 * writers acquire. An {@link InternalLock} never gets a clock, and a condition of a synchronizer
 * without clock is not followed, unless the thread is known to hold it: perhaps nobody has released
 * it yet. Where it was taken is the program's last call before, {@code context}.
 */
public final class Locks {
  private static final int READERS = -3;

  private Locks() {}

  /** After the lock was taken. */
  public static void locked(Object lock, Object synchronizer) {
    if (!(lock instanceof InternalLock)) {
      Handovers.acquire(synchronizer);
      hold(synchronizer);
    }
  }

  /** After an attempt to take the lock. */
  public static void lockedWhenTrue(boolean locked, Object lock, Object synchronizer) {
    if (locked) {
      locked(lock, synchronizer);
    }
  }

  /** Before the lock is given up. */
  public static void unlocking(ReentrantLock lock, Object synchronizer) {
    if (!(lock instanceof InternalLock) && lock.isHeldByCurrentThread()) {
      Handovers.release(synchronizer);
      Monitors.unlocked(synchronizer, ThreadStates.current());
    }
  }

  /** After the write lock was taken. */
  public static void writeLocked(Object synchronizer) {
    acquireAll(synchronizer);
    if (synchronizer instanceof AbstractOwnableSynchronizer) { // a stamp is not of a thread
      hold(synchronizer);
    }
  }

  private static void acquireAll(Object synchronizer) {
    Handovers.acquire(synchronizer);
    Handovers.acquire(synchronizer, READERS);
  }

  private static void hold(Object synchronizer) {
    ThreadState thread = ThreadStates.current();
    if (thread.hidden == 0) {
      Monitors.locked(synchronizer, thread, thread.context, 0);
    }
  }

  /** After an attempt to take the write lock. */
  public static void writeLockedWhenTrue(boolean locked, Object synchronizer) {
    if (locked) {
      writeLocked(synchronizer);
    }
  }

  /** After an attempt to take the write lock, which tells by a stamp. */
  public static void writeLockedWhenNonzero(long stamp, Object synchronizer) {
    if (stamp != 0) {
      writeLocked(synchronizer);
    }
  }

  /** Before the write lock is given up. */
  public static void writeUnlocking(ReentrantReadWriteLock.WriteLock lock, Object synchronizer) {
    if (lock.isHeldByCurrentThread()) {
      Handovers.release(synchronizer);
      Monitors.unlocked(synchronizer, ThreadStates.current());
    }
  }

  /** Before a read lock is given up. */
  public static void readUnlocking(Object synchronizer) {
    Handovers.release(synchronizer, READERS);
  }

  private static boolean isFollowed(Object synchronizer) {
    return ThreadStates.current().locks.isHeld(synchronizer)
        || SyncTable.isKnown(synchronizer, Handovers.PASSED);
  }

  /** Before a thread waits for a condition, which gives up the lock. */
  public static void awaiting(Object synchronizer) {
    if (isFollowed(synchronizer)) {
      Handovers.release(synchronizer);
    }
  }

  /** After a thread has waited for a condition and has the lock again. */
  public static void awaited(Object synchronizer) {
    if (isFollowed(synchronizer)) {
      acquireAll(synchronizer);
    }
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
