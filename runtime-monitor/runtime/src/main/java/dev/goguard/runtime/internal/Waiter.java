package dev.goguard.runtime.internal;

/**
 * A wait's place in one queue, Go's {@code sudog}.
 *
 * <p>A plain operation waits in one queue and is its own wait. A select waits in a queue per case
 * and all its waiters share one wait, so only one of them can be claimed.
 */
public final class Waiter extends Wait {
  private final Wait wait;
  private final int index;

  // written by the claimer, read by the waiting thread after it was woken
  private Object value;

  // guarded by the lock of the queue; after a claim, next links those to be woken
  Waiter previous;
  Waiter next;
  boolean queued;

  /** Creates the waiter of a plain operation. */
  public Waiter(WaitReason reason, Object value) {
    super(reason);
    this.wait = this;
    this.index = 0;
    this.value = value;
  }

  /** Creates the waiter of a select's case. */
  Waiter(Wait select, int index, Object value) {
    super(select.reason(), null);
    this.wait = select;
    this.index = index;
    this.value = value;
  }

  @Override
  public Thread thread() {
    return wait == this ? super.thread() : wait.thread();
  }

  /** A sender's element, what a receiver was given, or a mark agreed upon by both sides. */
  public Object value() {
    return value;
  }

  /** The number of the case in its select. */
  int index() {
    return index;
  }

  /** Claims a waiter that the caller has taken out of its queue, under the queue's lock. */
  boolean claim() {
    // Only one can take it out. A select's wait has waiters in other queues, and a time limit.
    return wait == this || wait.decide(this);
  }

  /** Gives the claimed waiter a value. */
  void setValue(Object value) {
    this.value = value;
  }

  /** The next one in a chain of claimed waiters, or null. */
  public Waiter following() {
    return next;
  }

  /** How many waiters a chain of claimed ones has. */
  public static int count(Waiter first) {
    int count = 0;
    for (Waiter w = first; w != null; w = w.next) {
      count++;
    }
    return count;
  }

  /** Wakes this waiter and those chained behind it; the caller holds no lock. */
  public static void wakeAll(Waiter first) {
    for (Waiter w = first; w != null; ) {
      Waiter following = w.next;
      w.next = null;
      w.wait.wake();
      w = following;
    }
  }
}
