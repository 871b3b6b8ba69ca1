package dev.goguard.runtime;

import dev.goguard.runtime.internal.SpinLock;
import dev.goguard.runtime.internal.SyncEvents;
import dev.goguard.runtime.internal.WaitQueue;
import dev.goguard.runtime.internal.WaitReason;
import dev.goguard.runtime.internal.Waiter;

/**
 * Waits for a number of goroutines or other tasks: Go's {@code sync.WaitGroup}.
 *
 * <p>The counter begins at zero. Raise it before starting a task, never inside the task; or let
 * {@link #go} do so. What is done before {@link #done} happens before the return of the
 * {@link #await} that it ends.
 */
public final class WaitGroup {
  private final SpinLock guard = new SpinLock();

  // guarded by guard
  private int counter;
  private final WaitQueue waiters = new WaitQueue();

  /** Creates a wait group that waits for nothing. */
  public WaitGroup() {}

  /**
   * Adds to the counter. When it becomes zero, all who wait go on.
   *
   * <p>A call that raises the counter from zero must happen before {@link #await}.
   *
   * @param delta how many tasks more; negative for less
   * @throws GoPanic "sync: negative WaitGroup counter", leaving the counter as it was
   */
  public void add(int delta) {
    if (delta < 0) {
      SyncEvents.releaseMerge(this);
    }
    Waiter released = null;
    guard.lock();
    try {
      if (counter + delta < 0) {
        throw new GoPanic("sync: negative WaitGroup counter");
      }
      counter += delta;
      if (counter == 0) {
        released = waiters.claimAll(null, null);
      }
    } finally {
      guard.unlock();
    }
    Waiter.wakeAll(released);
  }

  /**
   * Takes one from the counter: a task is done.
   *
   * @throws GoPanic "sync: negative WaitGroup counter"
   */
  public void done() {
    add(-1);
  }

  /**
   * Waits until the counter is zero: Go's {@code Wait}.
   *
   * @throws GoPanic "sync: WaitGroup is reused before previous Wait has returned" when that is
   *     noticed
   * @throws GoInterruptedException when interrupted while waiting
   */
  public void await() {
    Waiter waiter = enqueueUnlessZero();
    if (waiter != null) {
      await(waiter);
    }
    SyncEvents.acquire(this);
  }

  private Waiter enqueueUnlessZero() {
    guard.lock();
    try {
      if (counter == 0) {
        return null;
      }
      Waiter waiter = new Waiter(WaitReason.WAIT_GROUP, null);
      waiters.addLast(waiter);
      return waiter;
    } finally {
      guard.unlock();
    }
  }

  private void await(Waiter waiter) {
    try {
      waiters.await(waiter, guard);
    } catch (InterruptedException e) {
      throw new GoInterruptedException(e);
    }
    if (!isZero()) {
      throw new GoPanic("sync: WaitGroup is reused before previous Wait has returned");
    }
  }

  private boolean isZero() {
    guard.lock();
    try {
      return counter == 0;
    } finally {
      guard.unlock();
    }
  }

  /**
   * Starts a goroutine as a task of this group: adds one, and is done when the body ends, also by a
   * panic, which is then treated as {@link Go#go} says.
   *
   * @param body what to do
   */
  public void go(GoBody body) {
    add(1);
    GoStatement.start(body, this::done);
  }
}
