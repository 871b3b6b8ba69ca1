package dev.goguard.race.bootstrap;

import java.util.concurrent.locks.ReentrantReadWriteLock;

/** As {@link InternalLock}, for read-write locks. */
public final class InternalReadWriteLock extends ReentrantReadWriteLock {
  private static final long serialVersionUID = 1L;

  /** As the constructor it takes the place of. */
  public InternalReadWriteLock() {}

  /** As the constructor it takes the place of. */
  public InternalReadWriteLock(boolean fair) {
    super(fair);
  }

  private Object writeReplace() {
    return new ReentrantReadWriteLock(isFair());
  }
}
