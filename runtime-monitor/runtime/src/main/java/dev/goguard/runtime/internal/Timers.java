package dev.goguard.runtime.internal;

import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The runtime's timers: one daemon thread, started by the first of them. */
public final class Timers {
  private static final ScheduledThreadPoolExecutor EXECUTOR = executor();

  private Timers() {}

  private static ScheduledThreadPoolExecutor executor() {
    ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, Timers::daemon);
    executor.setRemoveOnCancelPolicy(true);
    return executor;
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(null, work, "goguard-timers", 0, false);
    thread.setDaemon(true);
    // It outlives the application that happens to start it and must not keep its classes alive.
    thread.setContextClassLoader(null);
    return thread;
  }

  /** Runs a short action, which neither blocks nor calls user code, after some time. */
  public static Future<?> after(long nanos, Runnable action) {
    return EXECUTOR.schedule(action, nanos, TimeUnit.NANOSECONDS);
  }
}
