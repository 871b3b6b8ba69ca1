package dev.goguard.runtime;

import dev.goguard.runtime.internal.SpinLock;
import dev.goguard.runtime.internal.SyncEvents;
import dev.goguard.runtime.internal.WaitQueue;
import dev.goguard.runtime.internal.WaitReason;
import dev.goguard.runtime.internal.Waiter;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A mutual exclusion lock: Go's {@code sync.Mutex}.
 *
 * <p>Unlike Java's locks it is not re-entrant and has no owner: locking it twice in one goroutine
 * waits for ever, and any goroutine may unlock it. An unlock happens before the next lock.
 */
public final class Mutex {
  /*
   * A waiter that is woken has to compete with goroutines that are running already, because handing
   * over to a parked one costs a switch per lock. One that has lost for a millisecond is starving
   * and is handed the lock: its turn is then certain.
   *
   * Waking wakes one: the state may be FREE while others are queued. The woken goroutine always
   * ends by owning the lock or by marking it CONTENDED, so the chain of wake-ups does not break.
   */
  private static final long STARVATION_NANOS = 1_000_000;
  private static final Object STARVING = new Object();

  private static final int FREE = 0;
  private static final int LOCKED = 1;
  private static final int CONTENDED = 2; // locked, and somebody may be queued

  /** Changes between FREE and LOCKED at any time, to and from CONTENDED only under the guard. */
  private final AtomicInteger state = new AtomicInteger();

  private final SpinLock guard = new SpinLock();
  private final WaitQueue waiters = new WaitQueue(); // guarded by guard

  /** Creates an unlocked mutex. */
  public Mutex() {}

  /** Locks the mutex, waiting while it is locked. An interrupt is kept until afterwards. */
  public void lock() {
    // Full fence, of which the acquire half is needed: pairs with the CAS or set in unlock.
    if (!state.compareAndSet(FREE, LOCKED)) {
      lockSlowPath();
    }
    SyncEvents.acquire(this);
  }

  private void lockSlowPath() {
    long start = System.nanoTime();
    Waiter waiter = enqueueUnlessFree(start, false);
    while (waiter != null) {
      waiter.awaitUninterruptibly();
      waiter = waiter.value() == STARVING ? null : enqueueUnlessFree(start, true);
    }
  }

  /**
   * Locks the mutex in the manner of the JDK's blocking methods.
   *
   * @throws InterruptedException when interrupted on entry or while waiting; the mutex has not been
   *     locked and the interrupt flag is cleared
   */
  public void lockInterruptibly() throws InterruptedException {
    Interrupts.check();
    if (!state.compareAndSet(FREE, LOCKED)) {
      lockSlowPathInterruptibly();
    }
    SyncEvents.acquire(this);
  }

  private void lockSlowPathInterruptibly() throws InterruptedException {
    long start = System.nanoTime();
    Waiter waiter = enqueueUnlessFree(start, false);
    while (waiter != null) {
      try {
        waiters.await(waiter, guard);
      } catch (InterruptedException e) {
        throw Interrupts.cleared(e);
      }
      waiter = waiter.value() == STARVING ? null : enqueueUnlessFree(start, true);
    }
  }

  /** Locks and returns null, or queues: at the front when the goroutine has waited before. */
  private Waiter enqueueUnlessFree(long start, boolean again) {
    guard.lock();
    try {
      if (lockOrMarkContended()) {
        return null;
      }
      boolean starving = again && System.nanoTime() - start > STARVATION_NANOS;
      Waiter waiter = new Waiter(WaitReason.MUTEX, starving ? STARVING : null);
      if (again) {
        waiters.addFirst(waiter);
      } else {
        waiters.addLast(waiter);
      }
      return waiter;
    } finally {
      guard.unlock();
    }
  }

  private boolean lockOrMarkContended() {
    while (true) {
      if (state.compareAndSet(FREE, lockedState())) {
        return true;
      }
      if (state.get() == CONTENDED || state.compareAndSet(LOCKED, CONTENDED)) {
        return false;
      }
    }
  }

  private int lockedState() {
    return waiters.isEmpty() ? LOCKED : CONTENDED;
  }

  /**
   * Locks the mutex if it is unlocked.
   *
   * @return whether it was; false creates no happens-before edge
   */
  public boolean tryLock() {
    if (!state.compareAndSet(FREE, LOCKED)) {
      return false;
    }
    SyncEvents.acquire(this);
    return true;
  }

  /**
   * Unlocks the mutex.
   *
   * @throws GoFatalError "sync: unlock of unlocked mutex"
   */
  public void unlock() {
    if (state.get() == FREE) {
      throw new GoFatalError("sync: unlock of unlocked mutex");
    }
    SyncEvents.release(this);
    // Full fence, of which the release half is needed: publishes the section to the next owner.
    if (!state.compareAndSet(LOCKED, FREE)) {
      unlockSlowPath();
    }
  }

  private void unlockSlowPath() {
    Waiter woken = null;
    guard.lock();
    try {
      if (state.get() == FREE) {
        throw new GoFatalError("sync: unlock of unlocked mutex");
      }
      woken = waiters.claim();
      boolean handedOver = woken != null && woken.value() == STARVING;
      state.set(handedOver ? lockedState() : FREE);
    } finally {
      guard.unlock();
    }
    Waiter.wakeAll(woken);
  }

  /**
   * Locks the mutex for a {@code try} statement, which unlocks it at its end.
   *
   * @return what unlocks the mutex; to be closed once
   */
  public Locked locked() {
    lock();
    return this::unlock;
  }

  /** A locked mutex; closing it unlocks. */
  @FunctionalInterface
  public interface Locked extends AutoCloseable {

    /**
     * Unlocks the mutex.
     *
     * @throws GoFatalError "sync: unlock of unlocked mutex"
     */
    @Override
    void close();
  }
}
