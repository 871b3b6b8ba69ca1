package dev.goguard.runtime.interleavings;

import dev.goguard.explore.Points;
import java.util.Arrays;

/** The threads of a program, in the hands of the explorer, and its checks. */
public final class Threads {
  private Threads() {}

  /** Runs the tasks at once and returns when all have ended. */
  public static void all(Runnable... tasks) {
    Thread[] threads = new Thread[tasks.length];
    for (int i = 0; i < tasks.length; i++) {
      threads[i] = start(tasks[i]);
    }
    for (Thread thread : threads) {
      join(thread);
    }
  }

  static Thread start(Runnable body) {
    return Points.start(body);
  }

  static void join(Thread thread) {
    Points.join(thread);
  }

  /** Throws what was seen unless the condition holds. */
  public static void check(boolean condition, Object... seen) {
    if (!condition) {
      throw new IllegalStateException("seen: " + Arrays.toString(seen));
    }
  }
}
