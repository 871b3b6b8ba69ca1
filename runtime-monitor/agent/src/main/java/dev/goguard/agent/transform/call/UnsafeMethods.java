package dev.goguard.agent.transform.call;

import dev.goguard.race.shadow.AccessMode;

/**
 * What the methods of {@code Unsafe} are to the memory model, by their names.
 *
 * <p>Plain ones are left alone. They would have to be told from accesses to memory that is no
 * variable of the program, and who uses them knows that no race is told there.
 */
final class UnsafeMethods {
  private UnsafeMethods() {}

  static boolean contains(String owner) {
    return owner.equals("sun/misc/Unsafe") || owner.equals("jdk/internal/misc/Unsafe");
  }

  /** The bits of an operation, or 0 when it is none or a plain one. */
  static int mode(String method) {
    if (method.startsWith("compareAnd") || method.startsWith("weakCompareAnd")) {
      int both = AccessMode.READ | AccessMode.WRITE | AccessMode.CONDITIONAL;
      return method.endsWith("Plain") ? both : both | order(method);
    }
    if (method.startsWith("getAnd")) {
      return AccessMode.READ | AccessMode.WRITE | order(method);
    }
    if (method.startsWith("get")) {
      return read(method);
    }
    return method.startsWith("put") ? write(method) : 0;
  }

  private static int order(String method) {
    int mode = AccessMode.ACQUIRE | AccessMode.RELEASE;
    if (method.endsWith("Acquire")) {
      mode = AccessMode.ACQUIRE;
    } else if (method.endsWith("Release")) {
      mode = AccessMode.RELEASE;
    }
    return mode;
  }

  private static int read(String method) {
    if (method.endsWith("Volatile") || method.endsWith("Acquire")) {
      return AccessMode.READ | AccessMode.ACQUIRE;
    }
    return method.endsWith("Opaque") ? AccessMode.READ : 0;
  }

  private static int write(String method) {
    if (method.endsWith("Volatile")) {
      return AccessMode.WRITE | AccessMode.RELEASE;
    }
    if (method.endsWith("Release") || method.startsWith("putOrdered")) {
      return AccessMode.WRITE | AccessMode.RELEASE | AccessMode.REPLACE;
    }
    return method.endsWith("Opaque") ? AccessMode.WRITE : 0;
  }
}
