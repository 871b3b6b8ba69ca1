package dev.goguard.runtime.internal.goroutine;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Wires goroutines to threads of the operating system.
 *
 * <p>A platform thread is wired by nature. A virtual thread is wired by pinning its continuation,
 * which holds the carrier while it is parked too; the JDK lets nobody do so unasked.
 */
public final class OsThread {
  private static final String HOW =
      "this goroutine shares its OS thread: start it with Go.goLocked, or run the JVM with"
          + " --add-exports java.base/jdk.internal.vm=ALL-UNNAMED"
          + " (=dev.goguard.runtime on the module path)";

  /** How often each virtual thread is locked; a thread that is pinned is not collectable anyway. */
  private static final ConcurrentHashMap<Thread, Integer> LOCKS = new ConcurrentHashMap<>();

  /** The continuation's two methods, or null when its package is closed to us. */
  private static final MethodHandle PIN = continuation("pin");

  private static final MethodHandle UNPIN = continuation("unpin");

  private OsThread() {}

  private static MethodHandle continuation(String method) {
    try {
      Class<?> type = Class.forName("jdk.internal.vm.Continuation");
      return MethodHandles.lookup().findStatic(type, method, MethodType.methodType(void.class));
    } catch (ReflectiveOperationException e) {
      return null;
    }
  }

  /** Wires the current thread; calls nest. */
  public static void lock() {
    Thread thread = Thread.currentThread();
    if (!thread.isVirtual()) {
      return;
    }
    if (PIN == null || UNPIN == null) {
      throw new UnsupportedOperationException(HOW);
    }
    call(PIN);
    LOCKS.merge(thread, 1, Integer::sum);
  }

  /** Undoes one {@link #lock}; without one it does nothing, as in Go. */
  public static void unlock() {
    Thread thread = Thread.currentThread();
    if (LOCKS.containsKey(thread)) {
      LOCKS.computeIfPresent(thread, (key, count) -> count == 1 ? null : count - 1);
      call(UNPIN);
    }
  }

  /** Undoes every {@link #lock} of the current thread, whose goroutine ends. */
  static void release(Thread thread) {
    if (!LOCKS.isEmpty()) {
      while (LOCKS.containsKey(thread)) {
        unlock();
      }
    }
  }

  /** Whether a goroutine's thread runs nothing else. */
  static boolean isWired(Thread thread) {
    return !thread.isVirtual() || LOCKS.containsKey(thread);
  }

  private static void call(MethodHandle method) {
    try {
      method.invokeExact();
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}
