package dev.goguard.race.bootstrap;

import dev.goguard.race.detector.ThreadState;
import dev.goguard.race.detector.ThreadStates;

/** Says which test a thread is running, so that a race is told to the right one. */
public final class Tests {
  private Tests() {}

  /**
   * The current thread, and those it starts from now on, belong to a test; null for none. Answers
   * what the thread belonged to before.
   */
  public static String enter(String test) {
    ThreadState thread = ThreadStates.current();
    String before = thread.test;
    thread.test = test;
    return before;
  }
}
