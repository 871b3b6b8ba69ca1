package dev.goguard.runtime.internal;

/**
 * The wait of a select and its waiters, one in the queue of every case.
 *
 * <p>They serve the next wait as well, of the same goroutine or another. By then nobody else refers
 * to them: a waiter is decided and given its value under the lock of its queue, every waiter but
 * the winner is taken out under that lock, and the winner's waker touches nothing but the thread
 * once the wait is complete. Between two waits they do not refer to a thread.
 */
final class Parking {
  private final Clause[] clauses;
  private final Wait wait;
  private final Waiter[] waiters;
  private int length;

  private Parking(Clause[] clauses, WaitReason reason) {
    this.clauses = clauses;
    this.wait = new Wait(reason);
    this.waiters = new Waiter[clauses.length];
  }

  /** Prepares to wait among the first so many clauses, with what the last wait has left. */
  static Parking again(Parking last, Clause[] clauses, int length) {
    WaitReason reason = length == 0 ? WaitReason.SELECT_NO_CASES : WaitReason.SELECT;
    Parking parking = last;
    if (last == null || !last.fits(clauses, reason)) {
      parking = new Parking(clauses, reason);
    } else {
      last.wait.again();
    }
    parking.length = length;
    return parking;
  }

  private boolean fits(Clause[] theirs, WaitReason reason) {
    return clauses == theirs && wait.reason() == reason;
  }

  Wait await() {
    return wait;
  }

  /** Queues a waiter for every case, or none if that fails. */
  void enqueueLocked() {
    try {
      for (int i = 0; i < length; i++) {
        Clause clause = clauses[i];
        if (clause.channel() != null) {
          clause.enqueueLocked(waiter(i, clause.value()));
        }
      }
    } catch (Throwable t) {
      takeOutLocked();
      throw t;
    }
  }

  private Waiter waiter(int index, Object value) {
    Waiter waiter = waiters[index];
    if (waiter == null) {
      waiter = new Waiter(wait, index, value);
      waiters[index] = waiter;
    } else {
      waiter.setValue(value);
    }
    return waiter;
  }

  private void takeOutLocked() {
    for (int i = 0; i < length; i++) {
      if (waiters[i] != null && waiters[i].queued) {
        clauses[i].takeOutLocked(waiters[i]);
        waiters[i].setValue(null);
      }
    }
    wait.letGo();
  }

  /** Takes out all that are still queued and forgets their elements. The wait has been decided. */
  void takeOut() {
    Object winner = wait.decision();
    for (int i = 0; i < length; i++) {
      if (waiters[i] != null && clauses[i].channel() != null) {
        if (waiters[i] != winner) {
          clauses[i].takeOut(waiters[i]);
        }
        waiters[i].setValue(null);
      }
    }
    wait.letGo();
  }
}
