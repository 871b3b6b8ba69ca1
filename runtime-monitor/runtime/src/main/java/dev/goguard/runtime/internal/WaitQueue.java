package dev.goguard.runtime.internal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** A first-in first-out queue of waiters, guarded by the lock of the primitive that owns it. */
public final class WaitQueue {
  private static final VarHandle FIRST;

  static {
    try {
      FIRST = MethodHandles.lookup().findVarHandle(WaitQueue.class, "first", Waiter.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private Waiter first;
  private Waiter last;

  /** Creates an empty queue. */
  public WaitQueue() {}

  /** Whether nobody is queued; a queued waiter may turn out to be decided elsewhere. */
  public boolean isEmpty() {
    return first == null;
  }

  /** As {@link #isEmpty}, without the lock. */
  boolean looksEmpty() {
    // Opaque: the answer may be out of date at once, and a caller in a loop has to see a new one.
    return FIRST.getOpaque(this) == null;
  }

  /** Queues a waiter behind all others. */
  public void addLast(Waiter waiter) {
    waiter.queued = true;
    waiter.previous = last;
    if (last == null) {
      first = waiter;
    } else {
      last.next = waiter;
    }
    last = waiter;
  }

  /** Queues a waiter that has waited before. */
  public void addFirst(Waiter waiter) {
    waiter.queued = true;
    waiter.next = first;
    if (first == null) {
      last = waiter;
    } else {
      first.previous = waiter;
    }
    first = waiter;
  }

  /** Takes a waiter out; false when a waker has done so. */
  public boolean remove(Waiter waiter) {
    if (!waiter.queued) {
      return false;
    }
    if (waiter.previous == null) {
      first = waiter.next;
    } else {
      waiter.previous.next = waiter.next;
    }
    if (waiter.next == null) {
      last = waiter.previous;
    } else {
      waiter.next.previous = waiter.previous;
    }
    waiter.queued = false;
    waiter.previous = null;
    waiter.next = null;
    return true;
  }

  private Waiter poll() {
    Waiter waiter = first;
    if (waiter != null) {
      remove(waiter);
    }
    return waiter;
  }

  /** Takes out and claims the first waiter that can be claimed, leaving its value; or null. */
  public Waiter claim() {
    Waiter waiter = poll();
    while (waiter != null && !waiter.claim()) {
      waiter = poll();
    }
    return waiter;
  }

  /** As {@link #claim()}, giving the waiter a value. */
  public Waiter claim(Object value) {
    Waiter waiter = claim();
    if (waiter != null) {
      waiter.setValue(value);
    }
    return waiter;
  }

  /** Claims every waiter with the value and puts them, in order, before those in {@code chain}. */
  public Waiter claimAll(Object value, Waiter chain) {
    Waiter claimed = claim(value);
    if (claimed == null) {
      return chain;
    }
    Waiter end = claimed;
    for (Waiter w = claim(value); w != null; w = claim(value)) {
      end.next = w;
      end = w;
    }
    end.next = chain;
    return claimed;
  }

  /**
   * Parks until woken. An interrupt that comes before a waker takes the waiter out of the queue.
   *
   * @throws InterruptedException when it was taken out; the interrupt flag is still set
   */
  public void await(Waiter waiter, SpinLock guard) throws InterruptedException {
    if (!waiter.await()) {
      if (takeOut(waiter, guard)) {
        throw new InterruptedException();
      }
      waiter.awaitUninterruptibly();
    }
  }

  /** Takes a waiter out under the queue's lock; false when it has been claimed. */
  boolean takeOut(Waiter waiter, SpinLock guard) {
    guard.lock();
    try {
      return remove(waiter);
    } finally {
      guard.unlock();
    }
  }
}
