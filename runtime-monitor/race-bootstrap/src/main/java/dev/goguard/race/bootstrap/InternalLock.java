package dev.goguard.race.bootstrap;

import java.util.concurrent.locks.ReentrantLock;

/** A lock that a class of the JDK has made for its own use: it orders nothing of the program. */
public final class InternalLock extends ReentrantLock {
  private static final long serialVersionUID = 1L;

  /** As the constructor it takes the place of. */
  public InternalLock() {}

  /** As the constructor it takes the place of. */
  public InternalLock(boolean fair) {
    super(fair);
  }

  /** What a queue is serialized with must be readable where there is no agent. */
  private Object writeReplace() {
    return new ReentrantLock(isFair());
  }
}
