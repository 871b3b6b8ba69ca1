package dev.goguard.runtime;

import dev.goguard.runtime.internal.Outcome;
import dev.goguard.runtime.internal.Patience;
import dev.goguard.runtime.internal.RawMutex;
import dev.goguard.runtime.internal.SyncEvents;
import dev.goguard.runtime.internal.WaitReason;
import java.time.Duration;

/**
 * A mutual exclusion lock: Go's {@code sync.Mutex}.
 *
 * <p>Unlike Java's locks it is not re-entrant and has no owner: locking it twice in one goroutine
 * waits for ever, and any goroutine may unlock it. An unlock happens before the next lock.
 *
 * <p>Goroutines that are running may overtake those that wait, as in Go, until one has waited for a
 * millisecond; that one is next.
 */
public final class Mutex implements Locker {
  private final RawMutex raw = new RawMutex(WaitReason.MUTEX);

  /** Creates an unlocked mutex. */
  public Mutex() {}

  /** Locks the mutex, waiting while it is locked. An interrupt is kept until afterwards. */
  @Override
  public void lock() {
    raw.lock(Patience.ENDLESS);
    SyncEvents.acquire(this);
  }

  /**
   * Locks the mutex in the manner of the JDK's blocking methods.
   *
   * @throws InterruptedException when interrupted on entry or while waiting; the mutex has not been
   *     locked and the interrupt flag is cleared
   */
  public void lockInterruptibly() throws InterruptedException {
    Interrupts.check();
    Interrupts.checked(raw.lock(Patience.INTERRUPTIBLE));
    SyncEvents.acquire(this);
  }

  /**
   * Locks the mutex if it is unlocked.
   *
   * @return whether it was; false creates no happens-before edge
   */
  public boolean tryLock() {
    return acquired(raw.tryLock());
  }

  /**
   * Locks the mutex, waiting for some time while it is locked. An interrupt is kept until
   * afterwards.
   *
   * @param time how long to wait; not at all when zero or negative
   * @return whether it was locked; false creates no happens-before edge
   */
  public boolean tryLock(Duration time) {
    return acquired(raw.tryLock() || raw.lock(Patience.within(time)) == Outcome.DONE);
  }

  private boolean acquired(boolean locked) {
    if (locked) {
      SyncEvents.acquire(this);
    }
    return locked;
  }

  /**
   * Unlocks the mutex.
   *
   * @throws GoFatalError "sync: unlock of unlocked mutex"
   */
  @Override
  public void unlock() {
    if (raw.isLocked()) {
      SyncEvents.release(this);
      if (raw.unlock()) {
        return;
      }
    }
    throw new GoFatalError("sync: unlock of unlocked mutex");
  }
}
