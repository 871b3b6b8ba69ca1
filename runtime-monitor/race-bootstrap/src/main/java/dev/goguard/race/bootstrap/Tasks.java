package dev.goguard.race.bootstrap;

import jdk.internal.misc.CarrierThread;

/** Hooks of tasks that are forked, run and joined. */
public final class Tasks {
  private Tasks() {}

  /**
   * Before a worker runs a task. A carrier runs nothing but the continuations of virtual threads,
   * which order nothing.
   */
  public static void running(Object task) {
    if (!(Thread.currentThread() instanceof CarrierThread)) {
      Handovers.acquire(task);
    }
  }

  /** Before a future is completed: a completion that comes too late is seen by nobody. */
  public static void completing(Object future, Object result) {
    if (result == null) {
      Handovers.release(future);
    }
  }

  /** After the result of a future was read, which is not null when it is done. */
  public static void resultRead(Object future, Object result) {
    if (result != null) {
      Handovers.acquire(future);
    }
  }

  /** After the number of pending children was read, which is zero when the last one is done. */
  public static void pendingRead(Object completer, int pending) {
    if (pending == 0) {
      Handovers.acquire(completer);
    }
  }

  /** After the status of a task was read, which is negative when it is done. */
  public static void statusRead(Object task, int status) {
    if (status < 0) {
      Handovers.acquire(task);
    }
  }
}
