package dev.goguard.race.report;

import dev.goguard.race.detector.ThreadInfo;

/** How reports call a thread. */
public final class ThreadName {
  private static final String UNKNOWN = "unknown thread";

  private ThreadName() {}

  /** {@code goroutine 7}, {@code thread "pool-1-thread-2" (#31)}, {@code virtual thread #40}. */
  public static String of(ThreadInfo thread) {
    if (thread == null) {
      return UNKNOWN;
    }
    return switch (thread.kind()) {
      case GOROUTINE -> "goroutine " + thread.number();
      case VIRTUAL -> named("virtual thread", thread);
      case PLATFORM -> thread.name().equals("main") ? "main thread" : named("thread", thread);
    };
  }

  private static String named(String kind, ThreadInfo thread) {
    return thread.name().isEmpty()
        ? kind + " #" + thread.number()
        : kind + " \"" + thread.name() + "\" (#" + thread.number() + ")";
  }
}
