package dev.goguard.race.shadow;

import java.lang.reflect.Method;

/**
 * A program's class that extends a container of the JDK.
 *
 * <p>A call of a method that the program overrides is no access: what the override does is seen in
 * its own code, perhaps with a lock held. The same goes for what the JDK's abstract classes build
 * on methods that may be overridden.
 */
final class ContainerSubclass {
  private ContainerSubclass() {}

  static ContainerKind kind(Class<?> type) {
    Class<?> parent = type;
    boolean[] overridden = new boolean[ContainerMethods.count()];
    try {
      for (; ContainerKind.isOfProgram(parent); parent = parent.getSuperclass()) {
        mark(parent, overridden);
      }
    } catch (LinkageError e) {
      // A method mentions a class that does not exist: what it overrides cannot be known.
      return ContainerKind.silent();
    }
    ContainerKind kind = ContainerKind.of(parent);
    if (!kind.isWatched()) {
      return ContainerKind.silent();
    }
    return any(overridden) ? kind.without(withAbstract(parent, overridden)) : kind;
  }

  private static void mark(Class<?> type, boolean[] methods) {
    for (Method method : type.getDeclaredMethods()) {
      int number = ContainerMethods.numberOf(method.getName());
      if (number >= 0) {
        methods[number] = true;
      }
    }
  }

  private static boolean any(boolean[] methods) {
    for (boolean method : methods) {
      if (method) {
        return true;
      }
    }
    return false;
  }

  /** Also those that no concrete class of the JDK implements. */
  private static boolean[] withAbstract(Class<?> parent, boolean[] overridden) {
    boolean[] concrete = new boolean[overridden.length];
    for (Class<?> at = parent; at != null; at = at.getSuperclass()) {
      if (!at.getName().startsWith("java.util.Abstract") && at != Object.class) {
        mark(at, concrete);
      }
    }
    for (int i = 0; i < concrete.length; i++) {
      overridden[i] |= !concrete[i];
    }
    return overridden;
  }
}
