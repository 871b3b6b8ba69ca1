package dev.goguard.runtime;

import dev.goguard.runtime.internal.Outcome;
import dev.goguard.runtime.internal.Patience;
import dev.goguard.runtime.internal.SpinLock;
import dev.goguard.runtime.internal.SyncEvents;
import dev.goguard.runtime.internal.WaitQueue;
import dev.goguard.runtime.internal.WaitReason;
import dev.goguard.runtime.internal.Waiter;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.time.Duration;

/**
 * Waits for a number of goroutines or other tasks: Go's {@code sync.WaitGroup}.
 *
 * <p>The counter begins at zero. Raise it before starting a task, never inside the task; or let
 * {@link #go} do so. What is done before {@link #done} happens before the return of the
 * {@link #await} that it ends.
 */
public final class WaitGroup {
  /*
   * One word: the counter above, the number of waiters below. Adding is one instruction; the queue
   * and its guard are for waiting and for the one who brings the counter to zero while somebody
   * waits. The number of waiters changes under the guard only and is the length of the queue, so it
   * tells whoever lowers the counter whether there is more to do.
   *
   * Every access is volatile. Lowering needs the release half, so that the task's writes are seen
   * by whoever reads zero, and the acquire half, so that the last task passes on what the others
   * released: a waiter that has parked sees it through its waker alone.
   */
  private static final VarHandle STATE;

  static {
    try {
      STATE = MethodHandles.lookup().findVarHandle(WaitGroup.class, "state", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private volatile long state;
  private final SpinLock guard = new SpinLock();
  private final WaitQueue waiters = new WaitQueue(); // guarded by guard

  /** Creates a wait group that waits for nothing. */
  public WaitGroup() {}

  private static int counter(long state) {
    return (int) (state >> 32);
  }

  private static int waiting(long state) {
    return (int) state;
  }

  /** Adds to the counter and returns the state afterwards. */
  private long count(int delta) {
    long change = (long) delta << 32;
    return (long) STATE.getAndAdd(this, change) + change;
  }

  /**
   * Adds to the counter. When it becomes zero, all who wait go on.
   *
   * <p>A call that raises the counter from zero must happen before {@link #await}.
   *
   * @param delta how many tasks more; negative for less
   * @throws GoPanic "sync: negative WaitGroup counter", or "sync: WaitGroup misuse: Add called
   *     concurrently with Wait" when that is noticed; the counter is as it was
   */
  public void add(int delta) {
    if (delta < 0) {
      SyncEvents.releaseMerge(this);
    }
    long now = count(delta);
    if (delta > 0 && counter(now) == delta) {
      SyncEvents.read(this, "WaitGroup");
    }
    if (now < 0 || waiting(now) != 0) {
      addSlowPath(delta, now);
    }
  }

  private void addSlowPath(int delta, long now) {
    if (now < 0) {
      throw misuse(delta, "sync: negative WaitGroup counter");
    }
    if (counter(now) == 0) {
      releaseWaiters();
    } else if (delta > 0 && counter(now) == delta) {
      throw misuse(delta, "sync: WaitGroup misuse: Add called concurrently with Wait");
    }
  }

  /** Takes back what was added; who saw the counter in between has left the waiters to us. */
  private GoPanic misuse(int delta, String text) {
    if (counter(count(-delta)) == 0) {
      releaseWaiters();
    }
    return new GoPanic(text);
  }

  /** Lets all go on who wait, unless the counter has been raised meanwhile for new ones. */
  private void releaseWaiters() {
    Waiter released = null;
    guard.lock();
    try {
      if (counter(state) == 0) {
        released = waiters.claimAll(null, null);
        STATE.getAndAdd(this, (long) -Waiter.count(released));
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
    Interrupts.unchecked(await(Patience.INTERRUPTIBLE));
    SyncEvents.acquire(this);
  }

  /**
   * Waits as {@link #await()} does, in the manner of the JDK's blocking methods.
   *
   * @throws InterruptedException when interrupted on entry or while waiting; the interrupt flag is
   *     cleared
   * @throws GoPanic as {@link #await()}
   */
  public void awaitInterruptibly() throws InterruptedException {
    Interrupts.check();
    Interrupts.checked(await(Patience.INTERRUPTIBLE));
    SyncEvents.acquire(this);
  }

  /**
   * Waits as {@link #await()} does, but only for some time.
   *
   * @param time how long to wait; not at all when zero or negative
   * @return whether the counter became zero; false creates no happens-before edge
   * @throws GoPanic as {@link #await()}
   * @throws GoInterruptedException when interrupted while waiting
   */
  public boolean awaitFor(Duration time) {
    boolean zero = Interrupts.unchecked(await(Patience.interruptibleWithin(time)));
    if (zero) {
      SyncEvents.acquire(this);
    }
    return zero;
  }

  private Outcome await(Patience patience) {
    return counter(state) == 0 ? Outcome.DONE : awaitSlowPath(patience);
  }

  private Outcome awaitSlowPath(Patience patience) {
    Waiter waiter = new Waiter(WaitReason.WAIT_GROUP, null);
    if (!queuedUnlessZero(waiter)) {
      return Outcome.DONE;
    }
    Outcome outcome = patience.await(waiter, this::withdraw);
    if (outcome == Outcome.DONE && state != 0) {
      throw new GoPanic("sync: WaitGroup is reused before previous Wait has returned");
    }
    return outcome;
  }

  private boolean queuedUnlessZero(Waiter waiter) {
    guard.lock();
    try {
      // Not added blindly: a waiter beside a counter of zero would make the next add a misuse.
      for (long s = state; counter(s) != 0; s = state) {
        if (STATE.compareAndSet(this, s, s + 1)) {
          if (waiting(s) == 0) {
            // Only the first, lest those who wait conflict with each other.
            SyncEvents.write(this, "WaitGroup");
          }
          waiters.addLast(waiter);
          return true;
        }
      }
      return false;
    } finally {
      guard.unlock();
    }
  }

  private boolean withdraw(Waiter waiter) {
    guard.lock();
    try {
      boolean queued = waiters.remove(waiter);
      if (queued) {
        STATE.getAndAdd(this, -1L);
      }
      return queued;
    } finally {
      guard.unlock();
    }
  }

  /**
   * Starts a goroutine as a task of this group: adds one, and is done when the body ends, also by a
   * panic, which is then treated as {@link Go#go} says. If the goroutine cannot be started nothing
   * is added.
   *
   * @param body what to do
   */
  public void go(GoBody body) {
    add(1);
    boolean started = false;
    try {
      GoStatement.start(body, this::done);
      started = true;
    } finally {
      if (!started) {
        done();
      }
    }
  }
}
