package dev.goguard.race.shadow;

import dev.goguard.race.memory.Memory;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;

/** What {@code Unsafe} accesses at an offset in an object. */
final class UnsafeTarget {
  private UnsafeTarget() {}

  /** What an operation reaches; {@code object} is null outside of the heap. */
  static AtomicAccess at(Object object, long offset) {
    if (object == null) {
      return AtomicAccess.OfMemory.ANY;
    }
    Class<?> type = object.getClass();
    if (type.isArray()) {
      return new AtomicAccess.OfElement(object, index(type, offset));
    }
    boolean isStatic = object instanceof Class;
    Class<?> declaring = isStatic ? (Class<?>) object : type;
    return HandleTable.of(declaring, offset, isStatic).access(object, 0);
  }

  /** Within an element, as in a buffer of bytes: the number of the byte. */
  private static int index(Class<?> type, long offset) {
    long at = offset - Memory.UNSAFE.arrayBaseOffset(type);
    int scale = Memory.UNSAFE.arrayIndexScale(type);
    return (int) (at / scale);
  }

  /** The field at an offset; something unknown when there is none. */
  static HandleTarget find(Class<?> type, long offset, boolean isStatic) {
    for (Class<?> at = type; at != null; at = isStatic ? null : at.getSuperclass()) {
      for (Field field : at.getDeclaredFields()) {
        if (Modifier.isStatic(field.getModifiers()) == isStatic && offset(field) == offset) {
          return HandleTarget.field(field);
        }
      }
    }
    return new HandleTarget.Unknown();
  }

  private static long offset(Field field) {
    return Modifier.isStatic(field.getModifiers())
        ? Memory.UNSAFE.staticFieldOffset(field)
        : Memory.UNSAFE.objectFieldOffset(field);
  }
}
