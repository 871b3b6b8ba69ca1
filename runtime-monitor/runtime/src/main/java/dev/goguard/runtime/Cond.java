package dev.goguard.runtime;

import dev.goguard.runtime.internal.Outcome;
import dev.goguard.runtime.internal.Patience;
import dev.goguard.runtime.internal.SpinLock;
import dev.goguard.runtime.internal.SyncEvents;
import dev.goguard.runtime.internal.WaitQueue;
import dev.goguard.runtime.internal.WaitReason;
import dev.goguard.runtime.internal.Waiter;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.locks.Lock;

/**
 * A condition that goroutines wait for and announce: Go's {@code sync.Cond}, over any lock.
 *
 * <pre>{@code
 * mutex.lock();
 * while (queue.isEmpty()) {
 *   notEmpty.await();
 * }
 * use(queue.remove());
 * mutex.unlock();
 * }</pre>
 *
 * <p>Waiting unlocks the locker, which the caller holds, and locks it again before it returns. It
 * returns only when signalled, in the order of the waits, but what it waited for may be gone by
 * then: wait in a loop. A {@link #signal} or {@link #broadcast} happens before the return of every
 * wait that it ends; the locker adds edges of its own.
 */
public final class Cond {
  private final Locker locker;
  private final SpinLock guard = new SpinLock();
  private final WaitQueue waiters = new WaitQueue(); // guarded by guard

  /**
   * Creates a condition.
   *
   * @param locker what waiters hold: a {@link Mutex}, an {@link RWMutex}, a read lock
   */
  public Cond(Locker locker) {
    this.locker = Objects.requireNonNull(locker);
  }

  /**
   * Creates a condition over a lock of the JDK, to be held once.
   *
   * @param lock what waiters hold
   */
  public Cond(Lock lock) {
    this(Locker.of(lock));
  }

  /**
   * Returns what waiters hold: Go's {@code L}.
   *
   * @return the locker
   */
  public Locker locker() {
    return locker;
  }

  /**
   * Unlocks the locker, waits until signalled and locks it again: Go's {@code Wait}.
   *
   * @throws GoInterruptedException when interrupted before a signal came; the locker is locked
   * @throws GoFatalError what the locker says when it is not locked; nothing has been waited for
   */
  public void await() {
    Interrupts.unchecked(await(Patience.INTERRUPTIBLE));
  }

  /**
   * Waits as {@link #await()} does, in the manner of the JDK's blocking methods.
   *
   * @throws InterruptedException when interrupted on entry or before a signal came; the locker is
   *     locked and the interrupt flag is cleared
   */
  public void awaitInterruptibly() throws InterruptedException {
    Interrupts.check();
    Interrupts.checked(await(Patience.INTERRUPTIBLE));
  }

  /**
   * Waits as {@link #await()} does, but only for some time. The time that the locker takes to be
   * locked again is not limited.
   *
   * @param time how long to wait; not at all when zero or negative
   * @return whether a signal came; false creates no happens-before edge but the locker's
   * @throws GoInterruptedException as {@link #await()}
   */
  public boolean awaitFor(Duration time) {
    return Interrupts.unchecked(await(Patience.interruptibleWithin(time)));
  }

  private Outcome await(Patience patience) {
    Waiter waiter = new Waiter(WaitReason.COND, null);
    // Queued before the unlock, so that a signal after it cannot miss this waiter.
    enqueue(waiter);
    unlockOrWithdraw(waiter);
    Outcome outcome = patience.await(waiter, this::withdraw);
    if (outcome == Outcome.DONE) {
      SyncEvents.acquire(waiter);
    }
    locker.lock();
    return outcome;
  }

  private void enqueue(Waiter waiter) {
    guard.lock();
    try {
      waiters.addLast(waiter);
    } finally {
      guard.unlock();
    }
  }

  private void unlockOrWithdraw(Waiter waiter) {
    boolean unlocked = false;
    try {
      locker.unlock();
      unlocked = true;
    } finally {
      if (!unlocked) {
        withdraw(waiter);
      }
    }
  }

  private boolean withdraw(Waiter waiter) {
    guard.lock();
    try {
      return waiters.remove(waiter);
    } finally {
      guard.unlock();
    }
  }

  /** Wakes the goroutine that has waited longest, if any waits. The lock need not be held. */
  public void signal() {
    wake(claim());
  }

  private Waiter claim() {
    guard.lock();
    try {
      return waiters.claim();
    } finally {
      guard.unlock();
    }
  }

  /** Wakes all goroutines that wait. The lock need not be held. */
  public void broadcast() {
    wake(claimAll());
  }

  private Waiter claimAll() {
    guard.lock();
    try {
      return waiters.claimAll(null, null);
    } finally {
      guard.unlock();
    }
  }

  private static void wake(Waiter claimed) {
    for (Waiter w = claimed; w != null; w = w.following()) {
      SyncEvents.release(w);
    }
    Waiter.wakeAll(claimed);
  }
}
