package dev.goguard.race.shadow;

import dev.goguard.race.detector.ThreadState;

/** Accesses of fields through {@code Field}s and through method handles made for fields. */
public final class Reflected {
  private static volatile boolean accessorKnown;

  private Reflected() {}

  /** Whether the program has made a method handle for a field: until then none is looked up. */
  public static boolean isAccessorKnown() {
    return accessorKnown;
  }

  /** A method handle was made for a field that {@code type} has. */
  public static void accessor(Object handle, Class<?> type, String field, boolean writes) {
    if (HandleTarget.field(type, field) instanceof HandleTarget.Field target) {
      accessor(handle, target, writes);
    }
  }

  /** A method handle was made for a field. */
  public static void accessor(Object handle, java.lang.reflect.Field field, boolean writes) {
    accessor(handle, HandleTarget.field(field), writes);
  }

  private static void accessor(Object handle, HandleTarget target, boolean writes) {
    if (target instanceof HandleTarget.Field field) {
      HandleTable.put(handle, new HandleTarget.Accessor(field, writes));
      accessorKnown = true;
    }
  }

  /** Before a field is set. */
  public static void releasing(Object handle, Object object, ThreadState thread) {
    if (HandleTable.target(handle) instanceof HandleTarget.Field field) {
      releasing(field, object, thread);
    }
  }

  private static void releasing(HandleTarget.Field field, Object object, ThreadState thread) {
    AtomicAccess access = field.isVolatile() ? field.access(object, -1) : null;
    if (access != null) {
      access.clock().releaseMerge(thread);
    }
  }

  /** After a field was set. */
  public static void written(
      Object handle, Object object, ThreadState thread, long context, int site, boolean checked) {
    if (HandleTarget.at(site, handle, thread) instanceof HandleTarget.Field field) {
      made(field, true, object, thread, context, site, checked);
    }
  }

  /** After a field was read. */
  public static void read(
      Object handle, Object object, ThreadState thread, long context, int site, boolean checked) {
    if (HandleTarget.at(site, handle, thread) instanceof HandleTarget.Field field) {
      made(field, false, object, thread, context, site, checked);
    }
  }

  /** Before a method handle is invoked. */
  public static void invoking(Object handle, Object first, ThreadState thread) {
    if (HandleTable.target(handle) instanceof HandleTarget.Accessor accessor && accessor.writes()) {
      releasing(accessor.field(), first, thread);
    }
  }

  /** After a method handle was invoked. */
  public static void invoked(
      Object handle, Object first, ThreadState thread, long context, int site, boolean checked) {
    if (HandleTarget.at(site, handle, thread) instanceof HandleTarget.Accessor accessor) {
      made(accessor.field(), accessor.writes(), first, thread, context, site, checked);
    }
  }

  private static void made(
      HandleTarget.Field field,
      boolean writes,
      Object object,
      ThreadState thread,
      long context,
      int site,
      boolean checked) {
    AtomicAccess access = field.access(object, -1);
    if (access == null) {
      return;
    }
    if (field.isVolatile() && !writes) {
      access.clock().acquire(thread);
    } else if (checked && !field.isVolatile()) {
      int kind = writes ? AccessMode.WRITE : AccessMode.READ;
      access.record(kind | AccessMode.PLAIN, thread, context, site);
    }
  }
}
