package dev.goguard.runtime;

import java.lang.reflect.Field;

/** Looks at what a primitive hides, to hold it up where its races are. */
final class Private {
  private Private() {}

  static <T> T get(Object owner, String name, Class<T> type) throws ReflectiveOperationException {
    Field field = owner.getClass().getDeclaredField(name);
    field.setAccessible(true);
    return type.cast(field.get(owner));
  }

  /** Returns when a running thread is inside a method. */
  static void awaitInside(Thread thread, String method) {
    while (!isInside(thread, method)) {
      if (!thread.isAlive()) {
        throw new AssertionError("ended without waiting in " + method);
      }
      Thread.yield();
    }
  }

  private static boolean isInside(Thread thread, String method) {
    for (StackTraceElement frame : thread.getStackTrace()) {
      if (frame.getMethodName().equals(method)) {
        return true;
      }
    }
    return false;
  }
}
