package dev.goguard.runtime.internal;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * One generation of pooled objects, spread over stripes so that threads seldom meet.
 *
 * <p>Go has one stripe per processor. Which carrier runs a virtual thread is not to be known, so a
 * thread's number chooses its stripe; it puts and takes there first, and takes from the others when
 * it finds nothing.
 */
final class PoolStripes<T> {
  /** A power of two: twice the processors, for threads are not spread evenly. */
  private static final int COUNT =
      2 * Integer.highestOneBit(2 * Runtime.getRuntime().availableProcessors() - 1);

  /** Distance between two threads' slots, in references: two cache lines even when compressed. */
  private static final int STRIDE = 32;

  /** One object per stripe at hand without a lock. */
  private final AtomicReferenceArray<T> slots = new AtomicReferenceArray<>((COUNT + 1) * STRIDE);

  /** What the slots have no room for. */
  private final PoolStack<T>[] stacks = newStacks();

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static <T> PoolStack<T>[] newStacks() {
    PoolStack<T>[] stacks = new PoolStack[COUNT];
    for (int i = 0; i < COUNT; i++) {
      stacks[i] = new PoolStack<>();
    }
    return stacks;
  }

  private static int home() {
    // The numbers of threads are consecutive, so their low bits spread them.
    return (int) Thread.currentThread().threadId() & (COUNT - 1);
  }

  private static int slot(int stripe) {
    return (stripe + 1) * STRIDE;
  }

  void offer(T object) {
    int home = home();
    int slot = slot(home);
    // Opaque: a stale answer costs a detour. Release in the CAS: publishes the object's state to
    // the acquire of whoever takes it.
    if (slots.getOpaque(slot) != null || !slots.weakCompareAndSetRelease(slot, null, object)) {
      stacks[home].push(object);
    }
  }

  T poll() {
    int home = home();
    for (int i = 0; i < COUNT; i++) {
      int stripe = (home + i) & (COUNT - 1);
      T object = take(slot(stripe));
      if (object == null) {
        object = stacks[stripe].pop();
      }
      if (object != null) {
        return object;
      }
    }
    return null;
  }

  private T take(int slot) {
    T object = slots.getOpaque(slot);
    // Acquire: pairs with the release in offer. The slot may have been emptied and filled with the
    // same object meanwhile; taking that one is as good.
    return object != null && slots.compareAndExchangeAcquire(slot, object, null) == object
        ? object
        : null;
  }
}
