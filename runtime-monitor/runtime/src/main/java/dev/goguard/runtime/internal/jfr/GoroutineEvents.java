package dev.goguard.runtime.internal.jfr;

/**
 * Events of the flight recorder about goroutines; their thread is the goroutine's. That of a spawn
 * or an unblock is the thread that starts or wakes the goroutine. A goroutine's number is its
 * thread's, except that the main goroutine is 1.
 *
 * <p>Without the module {@code jdk.jfr}, which an image may lack, nothing here touches its types.
 * With it, an event that is not recorded costs a call that the compiler removes: the recorder
 * rewrites the event classes when it starts, and until then they do nothing.
 */
public final class GoroutineEvents {
  private static final boolean PRESENT =
      ModuleLayer.boot().findModule("jdk.jfr").isPresent();

  private GoroutineEvents() {}

  /** The current thread starts a goroutine. */
  public static void spawn(long number) {
    if (PRESENT) {
      GoroutineSpawnEvent.record(number);
    }
  }

  /** The current thread begins to run a goroutine. */
  public static void start(long number) {
    if (PRESENT) {
      GoroutineStartEvent.record(number);
    }
  }

  /** The goroutine of the current thread has ended. */
  public static void end(long number) {
    if (PRESENT) {
      GoroutineEndEvent.record(number);
    }
  }

  /** The current thread is about to park; what is returned goes to {@link #blocked}. */
  public static Object block() {
    return PRESENT ? GoroutineBlockEvent.begun() : null;
  }

  /** The current thread goes on, after what {@link #block} began. */
  public static void blocked(Object block, Object reason) {
    if (block != null) {
      ((GoroutineBlockEvent) block).record(reason);
    }
  }

  /** The current thread wakes another. */
  public static void unblock(Thread goroutine, Object reason) {
    if (PRESENT) {
      GoroutineUnblockEvent.record(goroutine, reason);
    }
  }
}
