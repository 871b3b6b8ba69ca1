package dev.goguard.runtime.internal.sched;

import java.util.concurrent.ThreadFactory;

/** The JDK's own scheduler of virtual threads, which needs no flags. */
final class JdkScheduler implements Scheduler {
  private final ThreadFactory threads = Thread.ofVirtual().factory();

  @Override
  public Thread newThread(Runnable body) {
    return threads.newThread(body);
  }

  @Override
  public int gomaxprocs() {
    return Integer.getInteger(
        "jdk.virtualThreadScheduler.parallelism", Runtime.getRuntime().availableProcessors());
  }

  @Override
  public void setGomaxprocs(int procs) {
    throw new UnsupportedOperationException("this JDK cannot change the parallelism at run time");
  }

  @Override
  public SchedState state() {
    return new SchedState(gomaxprocs(), 0, 0, 0, 0, 0, new int[0]);
  }
}
