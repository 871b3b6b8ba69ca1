package dev.goguard.runtime.internal.sched;

import dev.goguard.runtime.internal.SpinLock;
import java.util.ArrayDeque;

/** The run queue that all processors share, for what comes from outside or overflows. */
final class GlobalQueue {
  private final SpinLock guard = new SpinLock();
  private final ArrayDeque<Runnable> queue = new ArrayDeque<>(); // guarded by guard

  /** Mirrors the queue's size, to look before locking; written under the guard. */
  private volatile int size;

  int size() {
    return size;
  }

  boolean isEmpty() {
    return size == 0;
  }

  void add(Runnable goroutine) {
    guard.lock();
    try {
      queue.addLast(goroutine);
      size = queue.size();
    } finally {
      guard.unlock();
    }
  }

  /** Adds the first {@code n} of the array, in order. */
  void addAll(Runnable[] goroutines, int n) {
    guard.lock();
    try {
      for (int i = 0; i < n; i++) {
        queue.addLast(goroutines[i]);
        goroutines[i] = null;
      }
      size = queue.size();
    } finally {
      guard.unlock();
    }
  }

  /** Takes one, or returns null. */
  Runnable poll() {
    if (size == 0) {
      return null;
    }
    guard.lock();
    try {
      return pollLocked();
    } finally {
      guard.unlock();
    }
  }

  /**
   * Takes one to run and moves a fair share of the rest to the caller's own queue.
   *
   * @param sharers among how many processors the queue is to be shared
   */
  Runnable pollShare(RunQueue own, int sharers) {
    if (size == 0) {
      return null;
    }
    guard.lock();
    try {
      int share = Math.min(queue.size() / sharers, RunQueue.CAPACITY / 2);
      Runnable first = pollLocked();
      for (int i = 1; i < share; i++) {
        own.push(queue.pollFirst());
        size = queue.size();
      }
      return first;
    } finally {
      guard.unlock();
    }
  }

  private Runnable pollLocked() {
    Runnable first = queue.pollFirst();
    size = queue.size();
    return first;
  }
}
