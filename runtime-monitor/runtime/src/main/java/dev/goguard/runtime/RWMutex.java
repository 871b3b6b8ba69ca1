package dev.goguard.runtime;

import dev.goguard.runtime.internal.SpinLock;
import dev.goguard.runtime.internal.SyncEvents;
import dev.goguard.runtime.internal.WaitQueue;
import dev.goguard.runtime.internal.WaitReason;
import dev.goguard.runtime.internal.Waiter;

/**
 * A lock held by any number of readers or by one writer: Go's {@code sync.RWMutex}.
 *
 * <p>A waiting writer keeps new readers out, so a goroutine that holds the read lock must not take
 * it again. When a writer unlocks, the readers that came meanwhile go before the next writer. Not
 * re-entrant and without owners, as {@link Mutex}.
 *
 * <p>An unlock happens before every later lock and read lock; a read unlock happens before the next
 * lock. Interrupts are kept until a lock has been acquired.
 */
public final class RWMutex {
  private final SpinLock guard = new SpinLock();

  // guarded by guard
  private boolean writing;
  private int readers;
  private final WaitQueue waitingWriters = new WaitQueue();
  private final WaitQueue waitingReaders = new WaitQueue();

  /** Creates an unlocked lock. */
  public RWMutex() {}

  /** Locks for writing, waiting while anybody else holds the lock. */
  public void lock() {
    Waiter waiter = null;
    guard.lock();
    try {
      if (!tryLockGuarded()) {
        waiter = new Waiter(WaitReason.RW_MUTEX_WRITE, null);
        waitingWriters.addLast(waiter);
      }
    } finally {
      guard.unlock();
    }
    await(waiter);
    acquireAsWriter();
  }

  /**
   * Locks for writing if nobody holds the lock.
   *
   * @return whether it was locked; false creates no happens-before edge
   */
  public boolean tryLock() {
    guard.lock();
    try {
      if (!tryLockGuarded()) {
        return false;
      }
    } finally {
      guard.unlock();
    }
    acquireAsWriter();
    return true;
  }

  private boolean tryLockGuarded() {
    if (writing || readers > 0) {
      return false;
    }
    writing = true;
    return true;
  }

  /**
   * Unlocks after writing.
   *
   * @throws GoFatalError "sync: Unlock of unlocked RWMutex"
   */
  public void unlock() {
    Waiter woken;
    guard.lock();
    try {
      if (!writing) {
        throw new GoFatalError("sync: Unlock of unlocked RWMutex");
      }
      SyncEvents.release(this);
      woken = admitAfterWriter();
    } finally {
      guard.unlock();
    }
    Waiter.wakeAll(woken);
  }

  /** Hands over to all readers that wait, else to one writer, else to nobody. */
  private Waiter admitAfterWriter() {
    Waiter admitted = waitingReaders.claimAll(null, null);
    for (Waiter w = admitted; w != null; w = w.following()) {
      readers++;
    }
    if (admitted == null) {
      admitted = waitingWriters.claim();
      writing = admitted != null;
    } else {
      writing = false;
    }
    return admitted;
  }

  /** Locks for reading, waiting while a writer holds the lock or waits for it. */
  public void rlock() {
    Waiter waiter = null;
    guard.lock();
    try {
      if (!tryRlockGuarded()) {
        waiter = new Waiter(WaitReason.RW_MUTEX_READ, null);
        waitingReaders.addLast(waiter);
      }
    } finally {
      guard.unlock();
    }
    await(waiter);
    SyncEvents.acquire(this);
  }

  /**
   * Locks for reading if no writer holds the lock or waits for it.
   *
   * @return whether it was locked; false creates no happens-before edge
   */
  public boolean tryRlock() {
    guard.lock();
    try {
      if (!tryRlockGuarded()) {
        return false;
      }
    } finally {
      guard.unlock();
    }
    SyncEvents.acquire(this);
    return true;
  }

  private boolean tryRlockGuarded() {
    if (writing || !waitingWriters.isEmpty()) {
      return false;
    }
    readers++;
    return true;
  }

  /**
   * Unlocks after reading.
   *
   * @throws GoFatalError "sync: RUnlock of unlocked RWMutex"
   */
  public void runlock() {
    Waiter woken = null;
    guard.lock();
    try {
      if (readers == 0) {
        throw new GoFatalError("sync: RUnlock of unlocked RWMutex");
      }
      SyncEvents.releaseMerge(waitingWriters);
      readers--;
      if (readers == 0) {
        woken = waitingWriters.claim();
        writing = woken != null;
      }
    } finally {
      guard.unlock();
    }
    Waiter.wakeAll(woken);
  }

  private static void await(Waiter waiter) {
    if (waiter != null) {
      waiter.awaitUninterruptibly();
    }
  }

  /** Writers follow writers, through this, and readers, through the queue of writers. */
  private void acquireAsWriter() {
    SyncEvents.acquire(this);
    SyncEvents.acquire(waitingWriters);
  }
}
