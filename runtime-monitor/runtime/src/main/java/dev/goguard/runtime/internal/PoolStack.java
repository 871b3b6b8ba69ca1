package dev.goguard.runtime.internal;

import java.util.Arrays;

/** Pooled objects, last in, first out: that one is likely to be in a cache still. */
final class PoolStack<T> {
  private static final int FIRST_CAPACITY = 8;

  private final SpinLock guard = new SpinLock();
  private Object[] objects = new Object[0]; // guarded by guard

  /** Written under the guard. */
  private volatile int size;

  void push(T object) {
    guard.lock();
    try {
      int end = size;
      if (end == objects.length) {
        objects = Arrays.copyOf(objects, Math.max(FIRST_CAPACITY, 2 * end));
      }
      objects[end] = object;
      size = end + 1;
    } finally {
      guard.unlock();
    }
  }

  /** Pops the object that was pushed last; null when there is none. */
  T pop() {
    // Read outside the guard, so that thieves pass by an empty stack without disturbing its owner.
    return size == 0 ? null : popGuarded();
  }

  @SuppressWarnings("unchecked")
  private T popGuarded() {
    guard.lock();
    try {
      if (size == 0) {
        return null;
      }
      int last = size - 1;
      T object = (T) objects[last];
      objects[last] = null;
      size = last;
      return object;
    } finally {
      guard.unlock();
    }
  }
}
