package dev.goguard.race.bootstrap;

import java.util.concurrent.locks.StampedLock;

/** Hooks of stamped locks, beyond those they share with other read-write locks. */
public final class Stamps {
  private Stamps() {}

  /** Before a lock is converted, which gives up the mode that the stamp stands for. */
  public static void converting(long stamp, Object lock) {
    if (StampedLock.isWriteLockStamp(stamp)) {
      Handovers.release(lock);
    } else if (StampedLock.isReadLockStamp(stamp)) {
      Locks.readUnlocking(lock);
    }
  }
}
