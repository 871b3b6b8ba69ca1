package dev.goguard.runtime;

import java.util.concurrent.locks.Lock;

/**
 * A lock that can be locked and unlocked: Go's {@code sync.Locker}.
 *
 * <p>A {@link Mutex}, an {@link RWMutex} and its {@link RWMutex#rlocker} are lockers; {@link #of}
 * makes one of a lock of the JDK.
 */
public interface Locker {

  /** Locks, waiting while that is not possible. An interrupt is kept until afterwards. */
  void lock();

  /** Unlocks, which happens before the next lock. */
  void unlock();

  /**
   * Locks for a {@code try} statement, which unlocks at its end.
   *
   * @return what unlocks; to be closed once
   */
  default Locked locked() {
    lock();
    return this::unlock;
  }

  /**
   * Makes a locker of a lock of the JDK. Owner and re-entrance stay as they are there.
   *
   * @param lock what to lock and unlock
   * @return the locker
   */
  static Locker of(Lock lock) {
    return new LockLocker(lock);
  }

  /** Something that is locked; closing it unlocks. */
  @FunctionalInterface
  interface Locked extends AutoCloseable {

    /**
     * Unlocks.
     *
     * @throws GoFatalError when it is not locked any more and the lock notices
     */
    @Override
    void close();
  }
}
