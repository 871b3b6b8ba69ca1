package dev.goguard.race.bootstrap;

/**
 * Hooks of {@code java.lang.ref}: what is done before an object is fenced or a reference enqueued
 * happens before the reference is taken from its queue, and so before an action of a cleaner.
 *
 * <p>When a reference is taken, its object is gone and cannot say which clock was its own. So all
 * of them share one: that may hide races, and never reports one that is none.
 */
public final class References {
  private static final Object COLLECTOR = new Object();

  private References() {}

  /** Before {@code Reference.reachabilityFence}. */
  public static void fencing() {
    Handovers.release(COLLECTOR);
  }

  /** Before the program enqueues a reference itself. */
  public static void enqueuing() {
    Handovers.release(COLLECTOR);
  }

  /** After a reference was taken from a queue, or null when there is none. */
  public static void takenWhenFound(Object reference) {
    if (reference != null) {
      Handovers.acquire(COLLECTOR);
    }
  }
}
