package dev.goguard.runtime.internal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * The algorithm of Go's mutex, without happens-before events and with a wait reason of the owner's.
 *
 * <p>A waiter that is woken has to compete with goroutines that are running already, because
 * handing over to a parked one costs a switch per lock. One that has lost for a millisecond is
 * starving and is handed the lock: its turn is then certain.
 *
 * <p>Waking wakes one: the state may be FREE while others are queued. The woken goroutine always
 * ends by owning the lock, by marking it CONTENDED, or by passing the wake-up on, so the chain of
 * wake-ups does not break.
 *
 * <p>Go spins a little before it queues. That was tried here, four times thirty pauses, and made no
 * difference that could be told from noise with two processors, while a parked virtual thread
 * leaves its carrier to others.
 */
public final class RawMutex {
  private static final long STARVATION_NANOS = 1_000_000;
  private static final Object STARVING = new Object();

  private static final int FREE = 0;
  private static final int LOCKED = 1;
  private static final int CONTENDED = 2; // locked, and somebody may be queued

  private static final VarHandle STATE;

  static {
    try {
      STATE = MethodHandles.lookup().findVarHandle(RawMutex.class, "state", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final WaitReason reason;

  /** Changes between FREE and LOCKED at any time, to and from CONTENDED only under the guard. */
  private volatile int state;

  private final SpinLock guard = new SpinLock();
  private final WaitQueue waiters = new WaitQueue(); // guarded by guard

  /** Creates an unlocked mutex whose waiters wait for the given reason. */
  public RawMutex(WaitReason reason) {
    this.reason = reason;
  }

  /** Locks if unlocked. */
  public boolean tryLock() {
    // Volatile, of which the acquire half is needed: pairs with the CAS or write in unlock.
    return STATE.compareAndSet(this, FREE, LOCKED);
  }

  /** Locks, waiting with patience. */
  public Outcome lock(Patience patience) {
    return tryLock() ? Outcome.DONE : lockSlowPath(patience);
  }

  private Outcome lockSlowPath(Patience patience) {
    long start = Chance.current().nanoTime();
    Waiter waiter = enqueueUnlessFree(start, false);
    while (waiter != null) {
      Outcome outcome = patience.await(waiter, w -> waiters.takeOut(w, guard));
      if (outcome != Outcome.DONE) {
        return outcome;
      }
      waiter = waiter.value() == STARVING ? null : enqueueUnlessFree(start, true);
    }
    return Outcome.DONE;
  }

  /** Locks and returns null, or queues: at the front when the goroutine has waited before. */
  private Waiter enqueueUnlessFree(long start, boolean again) {
    guard.lock();
    try {
      if (lockOrMarkContended()) {
        return null;
      }
      boolean starving = again && Chance.current().nanoTime() - start > STARVATION_NANOS;
      Waiter waiter = new Waiter(reason, starving ? STARVING : null);
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
      if (STATE.compareAndSet(this, FREE, lockedState())) {
        return true;
      }
      // Volatile as in tryLock; a failed CAS means that the owner has unlocked meanwhile.
      if (state == CONTENDED || STATE.compareAndSet(this, LOCKED, CONTENDED)) {
        return false;
      }
    }
  }

  private int lockedState() {
    return waiters.isEmpty() ? LOCKED : CONTENDED;
  }

  /** Whether somebody holds the lock at this moment. */
  public boolean isLocked() {
    return state != FREE;
  }

  /** Unlocks; false, without effect, when it is not locked. */
  public boolean unlock() {
    // Volatile, of which the release half is needed: publishes the section to the next owner.
    return STATE.compareAndSet(this, LOCKED, FREE) || unlockSlowPath();
  }

  private boolean unlockSlowPath() {
    Waiter woken;
    guard.lock();
    try {
      if (state == FREE) {
        return false;
      }
      woken = waiters.claim();
      boolean handedOver = woken != null && woken.value() == STARVING;
      // Volatile for the release, as the CAS in unlock; the guard keeps CONTENDED from changing.
      state = handedOver ? lockedState() : FREE;
    } finally {
      guard.unlock();
    }
    Waiter.wakeAll(woken);
    return true;
  }
}
