package dev.goguard.runtime.internal.goroutine;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.util.ArrayList;
import java.util.List;

/**
 * Knows the goroutines that have been started and have not ended, and keeps none of them alive.
 *
 * <p>A table split into stripes by the number of the thread. Threads that are started one after the
 * other fall into different stripes, so two carriers that spawn at the same time seldom meet, and
 * there is no counter that all of them write. An entry leaves when its goroutine ends; one whose
 * goroutine was collected, because nothing could ever have woken it, leaves with the next look at
 * all entries.
 */
final class Registry {
  private static final int STRIPE_BITS = 6;
  private static final Stripe[] STRIPES = new Stripe[1 << STRIPE_BITS];

  /** Entries whose goroutine was collected. One that ends is unlinked and never gets here. */
  private static final ReferenceQueue<Goroutine> COLLECTED = new ReferenceQueue<>();

  static {
    for (int i = 0; i < STRIPES.length; i++) {
      STRIPES[i] = new Stripe();
    }
  }

  private Registry() {}

  static int hash(long threadId) {
    return (int) (threadId >>> STRIPE_BITS);
  }

  private static Stripe stripe(long threadId) {
    return STRIPES[(int) threadId & (STRIPES.length - 1)];
  }

  static void add(Goroutine goroutine, long threadId) {
    GoroutineRef ref = new GoroutineRef(goroutine, threadId, COLLECTED);
    stripe(threadId).add(ref, hash(threadId));
  }

  static void remove(long threadId) {
    stripe(threadId).remove(threadId, hash(threadId));
  }

  /** The goroutine that a thread runs, or null. */
  static Goroutine find(Thread thread) {
    long id = thread.threadId();
    GoroutineRef ref = stripe(id).find(id, hash(id));
    return ref == null ? null : ref.get();
  }

  /** How many goroutines there are. */
  static int size() {
    expunge();
    int sum = 0;
    for (Stripe stripe : STRIPES) {
      sum += stripe.size();
    }
    return sum;
  }

  /** All entries, of which some may be of goroutines that have ended meanwhile. */
  static List<GoroutineRef> entries() {
    expunge();
    List<GoroutineRef> refs = new ArrayList<>();
    for (Stripe stripe : STRIPES) {
      stripe.copyTo(refs);
    }
    return refs;
  }

  private static void expunge() {
    Reference<? extends Goroutine> ref;
    while ((ref = COLLECTED.poll()) != null) {
      remove(((GoroutineRef) ref).threadId);
    }
  }
}
