package dev.goguard.runtime.internal.goroutine;

/** What a goroutine does that no primitive of the runtime has parked. */
final class JdkStatus {
  private static final String LOCKS = "java.util.concurrent.locks.";

  private JdkStatus() {}

  /** Go's word for a thread's state; where Go has none, the JDK method that blocks. */
  static String of(Thread thread, Thread.State state, StackTraceElement[] stack) {
    return switch (state) {
      case NEW, TERMINATED -> "dead";
      case RUNNABLE -> isMounted(thread) ? running(stack) : "runnable";
      case BLOCKED -> "monitor enter";
      case WAITING, TIMED_WAITING -> waiting(stack);
    };
  }

  /**
   * Whether the thread has a carrier. The JDK tells only in the text of a virtual thread, which
   * ends with the state and, when mounted, {@code @} and the carrier's name.
   */
  private static boolean isMounted(Thread thread) {
    String text = thread.toString();
    return !thread.isVirtual() || text.indexOf('@', text.lastIndexOf("]/") + 1) >= 0;
  }

  /** A pinned thread that reads from a socket or a file counts as running for the JDK. */
  private static String running(StackTraceElement[] stack) {
    return stack.length > 0 && stack[0].isNativeMethod() && isIo(stack[0]) ? "IO wait" : "running";
  }

  private static String waiting(StackTraceElement[] stack) {
    String unknown = "park";
    for (StackTraceElement frame : stack) {
      if (frame.getClassName().endsWith("$ConditionObject")) {
        unknown = "Condition." + frame.getMethodName(); // unless a method of the JDK waits on it
      }
      String known = known(frame);
      if (known != null) {
        return known;
      }
      if (!isMachinery(frame)) {
        return named(frame, unknown);
      }
    }
    return unknown;
  }

  private static String known(StackTraceElement frame) {
    String method = frame.getMethodName();
    if (isIo(frame)) {
      return "IO wait";
    }
    if (frame.getClassName().equals("java.lang.Thread") && method.startsWith("sleep")) {
      return "sleep";
    }
    return frame.getClassName().equals("java.lang.Object") ? "Object.wait" : null;
  }

  private static boolean isIo(StackTraceElement frame) {
    String type = frame.getClassName();
    return type.startsWith("sun.nio.")
        || type.startsWith("java.io.")
        || type.startsWith("java.net.");
  }

  private static boolean isMachinery(StackTraceElement frame) {
    String type = frame.getClassName();
    return type.startsWith("jdk.internal.")
        || type.startsWith("java.lang.VirtualThread")
        || type.startsWith("java.lang.System$")
        || type.equals(LOCKS + "LockSupport")
        || type.startsWith(LOCKS + "Abstract")
        || type.endsWith("$Sync")
        || type.endsWith("$Signaller")
        || type.equals("java.util.concurrent.ForkJoinPool");
  }

  private static String named(StackTraceElement frame, String unknown) {
    String type = frame.getClassName();
    if (!type.startsWith("java.")) {
      return unknown;
    }
    String simple = type.substring(type.lastIndexOf('.') + 1);
    return simple.replaceFirst("\\$.*", "") + "." + frame.getMethodName();
  }
}
