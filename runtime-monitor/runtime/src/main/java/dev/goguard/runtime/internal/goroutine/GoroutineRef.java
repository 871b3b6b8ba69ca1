package dev.goguard.runtime.internal.goroutine;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;

/**
 * A goroutine's place in the registry: 48 bytes that know its thread's number and nothing else of
 * it, so a goroutine that nobody can wake stays collectable.
 */
final class GoroutineRef extends WeakReference<Goroutine> {
  final long threadId;

  // guarded by the lock of the stripe
  GoroutineRef next;

  // only touched by the sweep of WaitAges and, racily, by dumps: see there
  int waitSeen;
  int waitSeenAt;

  GoroutineRef(Goroutine goroutine, long threadId, ReferenceQueue<Goroutine> collected) {
    super(goroutine, collected);
    this.threadId = threadId;
  }
}
