package dev.goguard.race.memory;

import java.lang.ref.WeakReference;
import java.util.Arrays;

/**
 * The few references that one thread used last, found without a hash.
 *
 * <p>For monitors: while one is held its object's identity hash is not in the header, and asking
 * the JVM for it costs more than all else that a hook does.
 */
public final class LastReferences {
  private static final int MOST = 16;
  private static final WeakReference<?>[] NONE = {};

  private WeakReference<?>[] last = NONE;
  private int next;
  private int misses;

  /** The reference to an object among the last, or null. */
  public WeakReference<?> find(Object object) {
    for (WeakReference<?> each : last) {
      if (each != null && refers(each, object)) {
        return each;
      }
    }
    return null;
  }

  @SuppressWarnings("unchecked") // the type of a referent says nothing to its reference
  private static boolean refers(WeakReference<?> reference, Object object) {
    return ((WeakReference<Object>) reference).refersTo(object);
  }

  /** To be found next; the one that was put first goes. A thread that misses often has more. */
  public void put(WeakReference<?> reference) {
    if (misses++ == 4 * last.length && last.length < MOST) {
      last = Arrays.copyOf(last, Math.max(4, 2 * last.length));
      misses = 0;
    }
    last[next & last.length - 1] = reference;
    next++;
  }
}
