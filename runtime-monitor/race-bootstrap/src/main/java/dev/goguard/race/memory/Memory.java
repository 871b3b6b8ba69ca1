package dev.goguard.race.memory;

import jdk.internal.misc.Unsafe;

/** Fields and array elements by address: the shadow that instrumented classes carry. */
public final class Memory {
  /** The JDK's own: it calls nothing that is instrumented. */
  public static final Unsafe UNSAFE = Unsafe.getUnsafe();

  private Memory() {}

  /** The offset of a field of {@code owner}, for the other operations. */
  public static long offset(Class<?> owner, String field) {
    return UNSAFE.objectFieldOffset(owner, field);
  }

  /** Reads a long; what its writer did before is seen after. */
  public static long getAcquire(Object base, long offset) {
    return UNSAFE.getLongAcquire(base, offset);
  }

  /** Writes a long after everything before it. */
  public static void putRelease(Object base, long offset, long value) {
    UNSAFE.putLongRelease(base, offset, value);
  }

  /**
   * Puts an element where there is none; answers the one that is there, or null when it was put.
   */
  public static Object compareAndExchange(Object[] array, int index, Object value) {
    long offset = Unsafe.ARRAY_OBJECT_BASE_OFFSET + (long) index * Unsafe.ARRAY_OBJECT_INDEX_SCALE;
    return UNSAFE.compareAndExchangeReference(array, offset, null, value);
  }
}
