package dev.goguard.runtime.internal;

/**
 * Takes the place of the empty class in every test of this module, as a race detector's twin does,
 * and passes the events on when a test observes them.
 */
public final class SyncEvents {
  private static volatile HappensBefore observer;

  private SyncEvents() {}

  public static void observe(HappensBefore newObserver) {
    observer = newObserver;
  }

  public static void acquire(Object sync) {
    acquire(Thread.currentThread(), sync, -1);
  }

  public static void release(Object sync) {
    release(Thread.currentThread(), sync, -1);
  }

  public static void releaseMerge(Object sync) {
    HappensBefore to = observer;
    if (to != null) {
      to.releaseMerge(sync);
    }
  }

  public static void acquire(Thread thread, Object sync, int slot) {
    HappensBefore to = observer;
    if (to != null) {
      to.acquire(thread, sync, slot);
    }
  }

  public static void release(Thread thread, Object sync, int slot) {
    HappensBefore to = observer;
    if (to != null) {
      to.release(thread, sync, slot);
    }
  }

  public static void read(Object primitive, String name) {
    HappensBefore to = observer;
    if (to != null) {
      to.read(primitive);
    }
  }

  public static void write(Object primitive, String name) {
    HappensBefore to = observer;
    if (to != null) {
      to.write(primitive);
    }
  }

  public static void fork(Thread child) {
    HappensBefore to = observer;
    if (to != null) {
      to.fork(child);
    }
  }

  public static void join(Thread child) {
    HappensBefore to = observer;
    if (to != null) {
      to.join(child);
    }
  }
}
