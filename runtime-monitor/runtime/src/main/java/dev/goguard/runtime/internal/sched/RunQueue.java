package dev.goguard.runtime.internal.sched;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * A processor's local run queue, after Go's {@code runq}: a ring of 256 slots that its owner fills
 * and from which everybody takes.
 *
 * <p>Only the owner pushes. Consumers, the owner among them, claim slots by advancing the head with
 * a CAS, thieves half of what is there in one go. Head and tail only ever grow; they wrap around as
 * unsigned numbers, so equal values mean empty and a difference of 256 means full.
 */
final class RunQueue {
  static final int CAPACITY = 256;
  private static final int MASK = CAPACITY - 1;

  private static final VarHandle HEAD;
  private static final VarHandle TAIL;
  private static final VarHandle SLOT = MethodHandles.arrayElementVarHandle(Runnable[].class);

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      HEAD = lookup.findVarHandle(RunQueue.class, "head", int.class);
      TAIL = lookup.findVarHandle(RunQueue.class, "tail", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final Runnable[] slots = new Runnable[CAPACITY];
  private int head; // the next slot to take; advanced by CAS
  private int tail; // the next slot to fill; written by the owner alone

  /** How many goroutines are queued; exact only for the owner when nobody steals. */
  int size() {
    // Acquire on both: a thief that reads the tail afterwards reads at least as new a value, so the
    // difference is never negative.
    int from = (int) HEAD.getAcquire(this);
    return (int) TAIL.getAcquire(this) - from;
  }

  boolean isEmpty() {
    return size() == 0;
  }

  /** Queues a goroutine at the tail; false when full. Owner only. */
  boolean push(Runnable goroutine) {
    int to = tail; // plain: only the owner writes it
    // Acquire: pairs with the consumers' CAS, so that a slot is refilled after it was read.
    if (to - (int) HEAD.getAcquire(this) >= CAPACITY) {
      return false;
    }
    // Plain would do for consumers, who read after the tail; opaque, because a thief may be
    // clearing the slot's former occupant by CAS at this moment.
    SLOT.setOpaque(slots, to & MASK, goroutine);
    // Release: publishes the slot.
    TAIL.setRelease(this, to + 1);
    return true;
  }

  /** Takes the goroutine at the head, or returns null. Owner only. */
  Runnable poll() {
    while (true) {
      int from = (int) HEAD.getAcquire(this);
      if (from == tail) {
        return null;
      }
      Runnable goroutine = slots[from & MASK];
      if (HEAD.compareAndSet(this, from, from + 1)) {
        // Nobody else can fill the slot, so a plain write cannot lose anything.
        slots[from & MASK] = null;
        return goroutine;
      }
    }
  }

  /**
   * Moves half of what is queued, at least one, to the end of {@code into}.
   *
   * @param into at least half the capacity
   * @return how many were moved
   */
  int grabHalf(Runnable[] into) {
    while (true) {
      // Acquire on the head before the tail, as in size.
      int from = (int) HEAD.getAcquire(this);
      int available = (int) TAIL.getAcquire(this) - from;
      int n = available - available / 2;
      if (n == 0) {
        return 0;
      }
      if (n > CAPACITY / 2) {
        continue; // head and tail were read too far apart
      }
      for (int i = 0; i < n; i++) {
        // Opaque: may be stale when others are faster, and then the CAS below fails.
        into[i] = (Runnable) SLOT.getOpaque(slots, (from + i) & MASK);
      }
      // Full fence, of which both halves are needed: the slots were read before, and are cleared
      // and refilled after.
      if (HEAD.compareAndSet(this, from, from + n)) {
        clear(from, n, into);
        return n;
      }
    }
  }

  /**
   * Empties claimed slots: what stays in one keeps a dead goroutine reachable. The owner may have
   * refilled a slot already, with something else: what was claimed has not run since and cannot
   * have been queued again.
   */
  private void clear(int from, int n, Runnable[] claimed) {
    for (int i = 0; i < n; i++) {
      SLOT.compareAndSet(slots, (from + i) & MASK, claimed[i], null);
    }
  }
}
