package dev.goguard.runtime.internal;

/** Claimed waiters, in the order in which they are to be woken. */
final class WakeChain {
  private Waiter first;
  private Waiter last;

  /** Adds a waiter, if there is one. */
  void add(Waiter waiter) {
    if (waiter == null) {
      return;
    }
    if (first == null) {
      first = waiter;
    } else {
      last.next = waiter;
    }
    last = waiter;
  }

  Waiter first() {
    return first;
  }
}
