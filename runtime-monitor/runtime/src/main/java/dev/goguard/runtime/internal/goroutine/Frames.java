package dev.goguard.runtime.internal.goroutine;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The frames of a goroutine's stack that its author knows. */
public final class Frames {
  private static final String RUNTIME = "dev.goguard.runtime.";
  private static final String INTERNAL = RUNTIME + "internal.";

  /** The public types that start goroutines on their callers' behalf. */
  private static final Set<String> SPAWNERS = Set.of(
      "Go", "GoProgram", "GoStatement", "MainGoroutine", "WaitGroup", "ErrGroup", "SingleFlight");

  /** Whether users can call a method of the runtime, by class and method; the same few again. */
  private static final ConcurrentHashMap<String, Boolean> PUBLIC = new ConcurrentHashMap<>();

  private Frames() {}

  /**
   * A stack without the runtime's own frames: what parks or panics on its top, above the public
   * operation that was called, and what starts goroutines at its bottom.
   */
  public static List<StackTraceElement> visible(StackTraceElement[] stack) {
    int to = stack.length;
    for (int i = stack.length - 1; i >= 0; i--) {
      if (stack[i].getClassName().equals(Goroutine.class.getName())) {
        to = aboveBody(stack, i);
        break;
      }
    }
    int from = 0;
    while (from < to && isMachinery(stack[from])) {
      from++;
    }
    return List.copyOf(Arrays.asList(stack).subList(publicFrom(stack, from, to), to));
  }

  /** Above run, and what it calls of its own, is the one frame that calls the body or the end. */
  private static int aboveBody(StackTraceElement[] stack, int run) {
    int own = run;
    while (own > 0 && stack[own - 1].getClassName().equals(Goroutine.class.getName())) {
      own--;
    }
    return Math.max(0, own - 1);
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

  /** Where the operation that users can call begins, if the runtime is on top. */
  private static int publicFrom(StackTraceElement[] stack, int from, int to) {
    for (int i = from; i < to && isOfRuntime(stack[i].getClassName()); i++) {
      if (isPublic(stack[i])) {
        return i;
      }
    }
    return from;
  }

  private static boolean isOfRuntime(String type) {
    return type.startsWith(RUNTIME) && type.indexOf('.', RUNTIME.length()) < 0;
  }

  private static boolean isPublic(StackTraceElement frame) {
    String method = frame.getClassName() + "." + frame.getMethodName();
    return PUBLIC.computeIfAbsent(
        method, key -> isPublic(frame.getClassName(), frame.getMethodName()));
  }

  private static boolean isPublic(String type, String method) {
    try {
      Class<?> owner = Class.forName(type, false, Frames.class.getClassLoader());
      return Modifier.isPublic(owner.getModifiers())
          && (method.equals("<init>")
              || Stream.of(owner.getDeclaredMethods())
                  .anyMatch(
                      m -> m.getName().equals(method) && Modifier.isPublic(m.getModifiers())));
    } catch (ClassNotFoundException | LinkageError e) {
      return false; // not the runtime's after all
    }
  }

  /** Whether a frame is one between a {@code go} statement and the goroutine's creation. */
  static boolean isOfSpawn(StackTraceElement frame) {
    String type = frame.getClassName();
    return type.startsWith(INTERNAL)
        || type.startsWith(RUNTIME) && SPAWNERS.contains(type.substring(RUNTIME.length()));
  }
}
