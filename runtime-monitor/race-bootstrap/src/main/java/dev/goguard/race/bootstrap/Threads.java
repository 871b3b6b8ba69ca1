package dev.goguard.race.bootstrap;

import dev.goguard.race.context.Contexts;
import dev.goguard.race.detector.ThreadState;
import dev.goguard.race.detector.ThreadStates;

/** Hooks of {@link Thread}: JLS 17.4.4, start and join. */
public final class Threads {
  private Threads() {}

  /** The current thread's state; the first thing an instrumented method asks for. */
  public static ThreadState current() {
    return ThreadStates.current();
  }

  /** On entry to {@code start}. */
  public static void starting(Thread child) {
    ThreadState parent = ThreadStates.current();
    ThreadStates.fork(parent, child, Contexts.intern(parent, parent.context, 0));
  }

  /** When {@code join} returns; the thread may have timed out. */
  public static void joined(Thread child) {
    if (child.getState() == Thread.State.TERMINATED) {
      ThreadStates.join(ThreadStates.current(), child);
    }
  }
}
