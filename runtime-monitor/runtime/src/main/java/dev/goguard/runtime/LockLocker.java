package dev.goguard.runtime;

import java.util.Objects;
import java.util.concurrent.locks.Lock;

/** A lock of the JDK as a locker. */
final class LockLocker implements Locker {
  private final Lock lock;

  LockLocker(Lock lock) {
    this.lock = Objects.requireNonNull(lock);
  }

  @Override
  public void lock() {
    lock.lock();
  }

  @Override
  public void unlock() {
    lock.unlock();
  }
}
