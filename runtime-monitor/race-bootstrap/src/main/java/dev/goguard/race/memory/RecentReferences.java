package dev.goguard.race.memory;

import java.lang.ref.WeakReference;

/** What one thread found last by an object's identity, to be found again without a table. */
public final class RecentReferences {
  private static final int SMALLEST = 16;
  private static final int LARGEST = 2048;

  private WeakReference<Object>[] slots = slots(SMALLEST);
  private int misses;

  /** The reference that was put for an object with this hash, or null. */
  public WeakReference<Object> find(Object object, int hash) {
    WeakReference<Object> recent = slots[hash & slots.length - 1];
    return recent != null && recent.refersTo(object) ? recent : null;
  }

  /** To be found next; a thread that misses often gets more room. */
  public void put(WeakReference<Object> reference, int hash) {
    if (++misses > 4 * slots.length && slots.length < LARGEST) {
      slots = slots(4 * slots.length);
      misses = 0;
    }
    slots[hash & slots.length - 1] = reference;
  }

  @SuppressWarnings("unchecked") // an array of a generic type has no constructor
  private static WeakReference<Object>[] slots(int count) {
    return (WeakReference<Object>[]) new WeakReference<?>[count];
  }
}
