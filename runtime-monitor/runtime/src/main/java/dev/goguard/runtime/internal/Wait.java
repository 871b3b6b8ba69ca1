package dev.goguard.runtime.internal;

import dev.goguard.runtime.internal.jfr.GoroutineEvents;
import dev.goguard.runtime.internal.time.Clock;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.locks.LockSupport;

/**
 * One goroutine's wait, from the moment it queues until one waker, or the goroutine itself, decides
 * it.
 *
 * <p>This is the only place in the runtime where a goroutine parks to be woken; one that waits for
 * a {@link SpinLock} for long also parks, for a moment at a time. The wait is also the park
 * blocker, so {@link LockSupport#getBlocker} of a parked thread yields its wait reason.
 */
public class Wait {
  private static final VarHandle DECISION;
  private static final VarHandle COMPLETE;

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      DECISION = lookup.findVarHandle(Wait.class, "decision", Object.class);
      COMPLETE = lookup.findVarHandle(Wait.class, "complete", boolean.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** Null in a wait that is over and may be used again, for it may outlive its goroutine. */
  private Thread thread;

  private final WaitReason reason;

  /** Null while undecided, then for ever the argument of the one successful {@link #decide}. */
  private Object decision;

  /** Set once the waker that has decided the wait has done everything on the waiter's behalf. */
  private boolean complete;

  /** How often it has been used again, to tell one wait from the next; a short costs no memory. */
  private short round;

  /** Creates an undecided wait of the current thread. */
  public Wait(WaitReason reason) {
    this(reason, Thread.currentThread());
  }

  Wait(WaitReason reason, Thread thread) {
    this.reason = reason;
    this.thread = thread;
  }

  /** The thread that waits; for whoever has decided the wait and has not woken it yet. */
  public Thread thread() {
    return thread;
  }

  /** What it waits for. */
  public final WaitReason reason() {
    return reason;
  }

  /** Decides the wait; false when it is decided already. */
  final boolean decide(Object by) {
    // Only atomicity is needed: what the winner does is published by wake.
    return DECISION.compareAndSet(this, null, by);
  }

  /** Lets go of the thread, once the wait is over: wakers have read it before it was complete. */
  final void letGo() {
    thread = null;
  }

  /** Makes a wait that is over an undecided one of the current thread; nobody else refers to it. */
  final void again() {
    // Plain: those who may decide it next find it in a queue, whose lock publishes this.
    thread = Thread.currentThread();
    decision = null;
    complete = false;
    round++;
  }

  /** A number that seldom equals that of any other wait; never 0. */
  public final int stamp() {
    // Plain: who looks at another goroutine's wait may see a round too few, and looks again later.
    return System.identityHashCode(this) + (round << 1) | 1;
  }

  /** What the wait was decided with; the wait is complete. */
  final Object decision() {
    return decision; // plain: ordered by the acquire in isComplete
  }

  private boolean isComplete() {
    // Acquire: pairs with the release in wake.
    return (boolean) COMPLETE.getAcquire(this);
  }

  /** Parks until woken; false when an interrupt comes first. The flag stays set. */
  final boolean await() {
    if (isComplete()) {
      return true;
    }
    Object block = GoroutineEvents.block();
    boolean woken = parkUntilComplete();
    GoroutineEvents.blocked(block, reason);
    return woken;
  }

  private boolean parkUntilComplete() {
    while (!isComplete()) {
      if (thread.isInterrupted()) {
        return false;
      }
      LockSupport.park(this);
    }
    return true;
  }

  /** As {@link #await}; also false when the deadline, a time of the clock's, has come. */
  final boolean awaitUntil(Clock clock, long deadline) {
    if (isComplete()) {
      return true;
    }
    Object block = GoroutineEvents.block();
    boolean woken = parkUntil(clock, deadline);
    GoroutineEvents.blocked(block, reason);
    return woken;
  }

  private boolean parkUntil(Clock clock, long deadline) {
    while (!isComplete()) {
      if (clock.nanos() >= deadline || thread.isInterrupted()) {
        return false;
      }
      clock.parkUntil(this, deadline);
    }
    return true;
  }

  /** Parks until woken, keeping interrupts for later. */
  public final void awaitUninterruptibly() {
    if (!isComplete()) {
      Object block = GoroutineEvents.block();
      parkUninterruptibly();
      GoroutineEvents.blocked(block, reason);
    }
  }

  private void parkUninterruptibly() {
    boolean interrupted = false;
    while (!isComplete()) {
      LockSupport.park(this);
      // A set flag would make park return at once.
      interrupted |= Thread.interrupted();
    }
    if (interrupted) {
      thread.interrupt();
    }
  }

  /** Parks until interrupted: what Go does with nil channels and the empty select. */
  public static void forever(WaitReason reason) throws InterruptedException {
    new Wait(reason).await();
    throw new InterruptedException();
  }

  /** Lets the waiting thread go on; called once, by whoever has decided the wait. */
  final void wake() {
    final Thread woken = thread; // read before the wait is complete, after which it may be let go
    // The store publishes the waiter's value and all else done before. The thread may be awake,
    // since park returns for no reason at times, and must not go on before this. Volatile, because
    // release would not order it before the read of the permit in unpark: when a permit is left
    // over, unpark is no more than that read, and the thread could take the permit, miss the store
    // and park for ever.
    COMPLETE.setVolatile(this, true);
    LockSupport.unpark(woken);
    GoroutineEvents.unblock(woken, reason);
  }

  @Override
  public final String toString() {
    return reason.toString();
  }
}
