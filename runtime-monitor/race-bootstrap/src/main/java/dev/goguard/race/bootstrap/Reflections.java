package dev.goguard.race.bootstrap;

import dev.goguard.race.detector.ThreadState;
import dev.goguard.race.shadow.Reflected;
import java.lang.reflect.Field;

/**
 * Hooks of accesses whose variable is known at run time only: by {@link Field}, by
 * {@code java.lang.reflect.Array}, and by a {@code MethodHandle} that gets or sets a field.
 *
 * <p>Accesses are recorded after they were made, because what throws has accessed nothing; only the
 * release of a volatile write has to come before it. Classes out of scope are not {@code checked}:
 * they only synchronize.
 */
public final class Reflections {
  private Reflections() {}

  /** Before a field is set. */
  public static void setting(Object field, Object object, ThreadState thread) {
    if (thread.epoch != 0 && field != null) {
      Reflected.releasing(field, object, thread);
    }
  }

  /** After a field was set. */
  public static void set(
      Object field, Object object, ThreadState thread, long context, int site, boolean checked) {
    if (thread.epoch != 0) {
      Reflected.written(field, object, thread, context, site, checked);
    }
  }

  /** After a field was read. */
  public static void got(
      Object field, Object object, ThreadState thread, long context, int site, boolean checked) {
    if (thread.epoch != 0) {
      Reflected.read(field, object, thread, context, site, checked);
    }
  }

  /** Before a method handle is invoked, perhaps one that sets a field. */
  public static void invoking(Object handle, Object first, ThreadState thread) {
    if (Reflected.isAccessorKnown() && thread.epoch != 0 && handle != null) {
      Reflected.invoking(handle, first, thread);
    }
  }

  /** After a method handle was invoked, perhaps one that gets or sets a field. */
  public static void invoked(
      Object handle, Object first, ThreadState thread, long context, int site, boolean checked) {
    if (Reflected.isAccessorKnown() && thread.epoch != 0) {
      Reflected.invoked(handle, first, thread, context, site, checked);
    }
  }

  /** After an element was read. */
  public static void gotElement(
      Object array, int index, ThreadState thread, long context, int site) {
    ArrayElements.read(array, index, null, thread, context, site);
  }

  /** After an element was set. */
  public static void setElement(
      Object array, int index, ThreadState thread, long context, int site) {
    ArrayElements.write(array, index, null, thread, context, site);
  }

  /** A method handle was made that gets a field which {@code type} has. */
  public static void madeGetter(Object handle, Class<?> type, String field) {
    Reflected.accessor(handle, type, field, false);
  }

  /** A method handle was made that sets a field which {@code type} has. */
  public static void madeSetter(Object handle, Class<?> type, String field) {
    Reflected.accessor(handle, type, field, true);
  }

  /** A method handle was made that gets a field. */
  public static void madeGetter(Object handle, Field field) {
    Reflected.accessor(handle, field, false);
  }

  /** A method handle was made that sets a field. */
  public static void madeSetter(Object handle, Field field) {
    Reflected.accessor(handle, field, true);
  }
}
