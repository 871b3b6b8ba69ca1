package dev.goguard.runtime.internal.goroutine;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** The frames of a goroutine's stack that its author knows. */
public final class Frames {
  private static final String RUNTIME = "dev.goguard.runtime.";
  private static final String INTERNAL = RUNTIME + "internal.";

  /** The public types that start goroutines on their callers' behalf. */
  private static final Set<String> SPAWNERS = Set.of(
      "Go", "GoProgram", "GoStatement", "MainGoroutine", "WaitGroup", "ErrGroup", "SingleFlight");

  private Frames() {}

  /** A stack without what parks on its top and what starts goroutines at its bottom. */
  public static List<StackTraceElement> visible(StackTraceElement[] stack) {
    int to = stack.length;
    for (int i = stack.length - 1; i >= 0; i--) {
      if (stack[i].getClassName().equals(Goroutine.class.getName())) {
        // Above run is the one frame that calls the body.
        to = Math.max(0, i - 1);
        break;
      }
    }
    int from = 0;
    while (from < to && isMachinery(stack[from])) {
      from++;
    }
    return List.copyOf(Arrays.asList(stack).subList(from, to));
  }

  private static boolean isMachinery(StackTraceElement frame) {
    String type = frame.getClassName();
    return type.startsWith(INTERNAL)
        || type.startsWith("jdk.internal.")
        || type.startsWith("java.lang.VirtualThread")
        || type.startsWith("java.lang.ThreadBuilders")
        || type.equals("java.lang.System$1")
        || type.equals("java.lang.Thread") && frame.getMethodName().equals("getStackTrace")
        || type.equals("java.util.concurrent.locks.LockSupport");
  }

  /** Whether a frame is one between a {@code go} statement and the goroutine's creation. */
  static boolean isOfSpawn(StackTraceElement frame) {
    String type = frame.getClassName();
    return type.startsWith(INTERNAL)
        || type.startsWith(RUNTIME) && SPAWNERS.contains(type.substring(RUNTIME.length()));
  }
}
