package dev.goguard.runtime;

import dev.goguard.runtime.internal.Outcome;
import dev.goguard.runtime.internal.Patience;
import dev.goguard.runtime.internal.RawRWMutex;
import dev.goguard.runtime.internal.SyncEvents;
import java.time.Duration;

/**
 * A lock held by any number of readers or by one writer: Go's {@code sync.RWMutex}.
 *
 * <p>A waiting writer keeps new readers out, so a goroutine that holds the read lock must not take
 * it again. When a writer unlocks, the readers that came meanwhile go before the next writer. Not
 * re-entrant and without owners, as {@link Mutex}; a read lock cannot become a write lock, nor the
 * other way.
 *
 * <p>An unlock happens before every later lock and read lock; a read unlock happens before the next
 * lock. Read locks are not ordered among each other. Interrupts are kept until a lock has been
 * acquired, unless a method says otherwise.
 */
public final class RWMutex implements Locker {
  private final RawRWMutex raw = new RawRWMutex();
  private final Locker readers = new Readers();

  /** Creates an unlocked lock. */
  public RWMutex() {}

  /** Locks for writing, waiting while anybody else holds the lock. */
  @Override
  public void lock() {
    raw.lock(Patience.ENDLESS);
    acquiredAsWriter(true);
  }

  /**
   * Locks for writing in the manner of the JDK's blocking methods.
   *
   * @throws InterruptedException when interrupted on entry or while waiting; the lock has not been
   *     acquired and the interrupt flag is cleared
   */
  public void lockInterruptibly() throws InterruptedException {
    Interrupts.check();
    Interrupts.checked(raw.lock(Patience.INTERRUPTIBLE));
    acquiredAsWriter(true);
  }

  /**
   * Locks for writing if nobody holds the lock or waits to write.
   *
   * @return whether it was locked; false creates no happens-before edge
   */
  public boolean tryLock() {
    return acquiredAsWriter(raw.tryLock());
  }

  /**
   * Locks for writing, waiting for some time while anybody else holds the lock.
   *
   * @param time how long to wait; not at all when zero or negative
   * @return whether it was locked; false creates no happens-before edge
   */
  public boolean tryLock(Duration time) {
    return acquiredAsWriter(raw.tryLock() || raw.lock(Patience.within(time)) == Outcome.DONE);
  }

  /** Writers follow writers, through this, and readers, through their locker. */
  private boolean acquiredAsWriter(boolean locked) {
    if (locked) {
      SyncEvents.acquire(this);
      SyncEvents.acquire(readers);
    }
    return locked;
  }

  /**
   * Unlocks after writing.
   *
   * @throws GoFatalError "sync: Unlock of unlocked RWMutex"
   */
  @Override
  public void unlock() {
    if (raw.isLocked()) {
      SyncEvents.release(this);
      if (raw.unlock()) {
        return;
      }
    }
    throw new GoFatalError("sync: Unlock of unlocked RWMutex");
  }

  /** Locks for reading, waiting while a writer holds the lock or waits for it. */
  public void rlock() {
    raw.rlock(Patience.ENDLESS);
    SyncEvents.acquire(this);
  }

  /**
   * Locks for reading in the manner of the JDK's blocking methods.
   *
   * @throws InterruptedException when interrupted on entry or while waiting; the lock has not been
   *     acquired and the interrupt flag is cleared
   */
  public void rlockInterruptibly() throws InterruptedException {
    Interrupts.check();
    Interrupts.checked(raw.rlock(Patience.INTERRUPTIBLE));
    SyncEvents.acquire(this);
  }

  /**
   * Locks for reading if no writer holds the lock or waits for it.
   *
   * @return whether it was locked; false creates no happens-before edge
   */
  public boolean tryRlock() {
    return acquiredAsReader(raw.tryRlock());
  }

  /**
   * Locks for reading, waiting for some time while a writer holds the lock or waits for it.
   *
   * @param time how long to wait; not at all when zero or negative
   * @return whether it was locked; false creates no happens-before edge
   */
  public boolean tryRlock(Duration time) {
    return acquiredAsReader(raw.tryRlock() || raw.rlock(Patience.within(time)) == Outcome.DONE);
  }

  private boolean acquiredAsReader(boolean locked) {
    if (locked) {
      SyncEvents.acquire(this);
    }
    return locked;
  }

  /**
   * Unlocks after reading.
   *
   * @throws GoFatalError "sync: RUnlock of unlocked RWMutex"
   */
  public void runlock() {
    SyncEvents.releaseMerge(readers);
    if (!raw.runlock()) {
      throw new GoFatalError("sync: RUnlock of unlocked RWMutex");
    }
  }

  /**
   * Returns the read lock as a locker: Go's {@code RLocker}.
   *
   * @return locks by {@link #rlock} and unlocks by {@link #runlock}; always the same
   */
  public Locker rlocker() {
    return readers;
  }

  /**
   * Locks for reading for a {@code try} statement, which unlocks at its end.
   *
   * @return what unlocks; to be closed once
   */
  public Locked rlocked() {
    return readers.locked();
  }

  private final class Readers implements Locker {
    @Override
    public void lock() {
      rlock();
    }

    @Override
    public void unlock() {
      runlock();
    }
  }
}
