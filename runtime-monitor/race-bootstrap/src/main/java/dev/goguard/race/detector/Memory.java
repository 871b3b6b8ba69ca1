package dev.goguard.race.detector;

import jdk.internal.misc.Unsafe;

/** Fields and array elements by address: the shadow that instrumented classes carry. */
public final class Memory {
  static final Unsafe UNSAFE = Unsafe.getUnsafe();

  private Memory() {}

  /** The offset of a field of {@code owner}, for the other operations. */
  public static long offset(Class<?> owner, String field) {
    return UNSAFE.objectFieldOffset(owner, field);
  }
}
