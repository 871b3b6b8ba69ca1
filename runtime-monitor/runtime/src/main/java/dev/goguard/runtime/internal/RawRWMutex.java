package dev.goguard.runtime.internal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * The algorithm of Go's reader-writer lock, without happens-before events.
 *
 * <p>Readers add one to a word and are in unless a writer has made it negative. Writers compete for
 * a mutex; its owner makes the word negative, waits until the readers inside have left, and is
 * alone: each reader that comes meanwhile sees the sign and queues.
 *
 * <p>The lower half of the word counts the readers inside <em>and</em> those who have just added
 * themselves and not yet looked at the sign. One of the latter moves its one to the upper half when
 * it queues. So zero in the lower half means that nobody is inside, and whoever brings it to zero
 * below a sign, leaving or queueing, wakes the writer. Go counts departures in a second word; one
 * word lets a writer that has lost patience take back its sign and leave nothing behind.
 *
 * <p>The upper half is the length of the readers' queue and changes under the guard only. The sign
 * is set by the owner of the mutex and taken back under the guard, or without it when the rest of
 * the word is zero.
 */
public final class RawRWMutex {
  private static final long WRITER = Long.MIN_VALUE;
  private static final long QUEUED = 1L << 32;

  private static final VarHandle STATE;

  static {
    try {
      STATE = MethodHandles.lookup().findVarHandle(RawRWMutex.class, "state", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /*
   * Every access is volatile. The acquire half of a lock pairs with the release half of the unlocks
   * before it: readers with the writer's that took back the sign, a writer with the last reader's,
   * whose read-modify-write continues the release sequences of all readers before. A goroutine that
   * has parked gets the same from the guard, which its waker took after the unlock.
   */
  private volatile long state;

  private final RawMutex writers = new RawMutex(WaitReason.RW_MUTEX_WRITE);
  private final SpinLock guard = new SpinLock();

  // guarded by guard
  private final WaitQueue readers = new WaitQueue();
  private final WaitQueue writer = new WaitQueue(); // at most one: the owner of the mutex

  /** Creates an unlocked lock. */
  public RawRWMutex() {}

  private long getAndAdd(long delta) {
    return (long) STATE.getAndAdd(this, delta);
  }

  private static boolean nobodyInside(long state) {
    return (int) state == 0;
  }

  /** Locks for reading, waiting with patience. */
  public Outcome rlock(Patience patience) {
    return getAndAdd(1) >= 0 ? Outcome.DONE : rlockSlowPath(patience);
  }

  private Outcome rlockSlowPath(Patience patience) {
    Waiter waiter = new Waiter(WaitReason.RW_MUTEX_READ, null);
    return queuedBehindWriter(waiter) ? patience.await(waiter, this::withdrawReader) : Outcome.DONE;
  }

  /** Moves this reader's one to the queue; false when the writer has gone and the one stands. */
  private boolean queuedBehindWriter(Waiter waiter) {
    Waiter woken;
    guard.lock();
    try {
      if (state >= 0) {
        return false;
      }
      // The sign stays until the guard is free, as this reader's one is still in the word.
      readers.addLast(waiter);
      woken = claimWriterIfAlone(getAndAdd(QUEUED - 1) + QUEUED - 1);
    } finally {
      guard.unlock();
    }
    Waiter.wakeAll(woken);
    return true;
  }

  private Waiter claimWriterIfAlone(long now) {
    return nobodyInside(now) ? writer.claim() : null;
  }

  private boolean withdrawReader(Waiter waiter) {
    guard.lock();
    try {
      boolean queued = readers.remove(waiter);
      if (queued) {
        getAndAdd(-QUEUED);
      }
      return queued;
    } finally {
      guard.unlock();
    }
  }

  /** Locks for reading unless a writer is inside or waits. */
  public boolean tryRlock() {
    for (long s = state; s >= 0; s = state) {
      if (STATE.compareAndSet(this, s, s + 1)) {
        return true;
      }
    }
    return false;
  }

  /** Unlocks after reading; false, without effect, when it is not read-locked. */
  public boolean runlock() {
    long before = getAndAdd(-1);
    return before > 0 || runlockSlowPath(before);
  }

  private boolean runlockSlowPath(long before) {
    if (nobodyInside(before)) {
      getAndAdd(1);
      return false;
    }
    if (nobodyInside(before - 1)) {
      wakeWriter();
    }
    return true;
  }

  private void wakeWriter() {
    Waiter woken;
    guard.lock();
    try {
      woken = claimWriterIfAlone(state);
    } finally {
      guard.unlock();
    }
    Waiter.wakeAll(woken);
  }

  /** Locks for writing, waiting with patience. */
  public Outcome lock(Patience patience) {
    Outcome outcome = writers.lock(patience);
    if (outcome != Outcome.DONE || getAndAdd(WRITER) == 0) {
      return outcome;
    }
    return lockSlowPath(patience);
  }

  private Outcome lockSlowPath(Patience patience) {
    Waiter waiter = new Waiter(WaitReason.RW_MUTEX_WRITE, null);
    return queuedBehindReaders(waiter)
        ? patience.await(waiter, this::withdrawWriter)
        : Outcome.DONE;
  }

  private boolean queuedBehindReaders(Waiter waiter) {
    guard.lock();
    try {
      if (nobodyInside(state)) {
        return false;
      }
      writer.addLast(waiter);
      return true;
    } finally {
      guard.unlock();
    }
  }

  private boolean withdrawWriter(Waiter waiter) {
    Waiter admitted;
    guard.lock();
    try {
      if (!writer.remove(waiter)) {
        return false;
      }
      admitted = admitReaders();
    } finally {
      guard.unlock();
    }
    Waiter.wakeAll(admitted);
    writers.unlock();
    return true;
  }

  /** Takes back the sign, and with it counts every queued reader as inside; under the guard. */
  private Waiter admitReaders() {
    Waiter admitted = readers.claimAll(null, null);
    long count = Waiter.count(admitted);
    getAndAdd(WRITER + count * (1 - QUEUED)); // twice the sign is none
    return admitted;
  }

  /** Locks for writing if nobody is inside or waits. */
  public boolean tryLock() {
    if (!writers.tryLock()) {
      return false;
    }
    if (STATE.compareAndSet(this, 0L, WRITER)) {
      return true;
    }
    writers.unlock();
    return false;
  }

  /** Whether a writer is inside, or waits for readers to leave. */
  public boolean isLocked() {
    return state < 0;
  }

  /** Unlocks after writing; false, without effect, when it is not locked. */
  public boolean unlock() {
    return (STATE.compareAndSet(this, WRITER, 0L) || unlockSlowPath()) && writers.unlock();
  }

  private boolean unlockSlowPath() {
    Waiter admitted;
    guard.lock();
    try {
      if (state >= 0 || !writer.isEmpty()) {
        return false;
      }
      admitted = admitReaders();
    } finally {
      guard.unlock();
    }
    Waiter.wakeAll(admitted);
    return true;
  }
}
