package dev.goguard.runtime.internal.sched;

import static dev.goguard.runtime.internal.sched.SchedState.UNKNOWN;

import java.util.concurrent.ThreadFactory;

/** The JDK's own scheduler of virtual threads, which needs no flags. */
final class JdkScheduler implements Scheduler {
  private static final String PARALLELISM = "jdk.virtualThreadScheduler.parallelism";
  private static final int MAX_PARALLELISM = 32_767; // the most that ForkJoinPool allows
  private final ThreadFactory threads = Thread.ofVirtual().factory();

  /** The bean, found when it is needed: management costs more to load than all the rest. */
  private static final class Bean {
    static final JdkSchedulerBean INSTANCE = JdkSchedulerBean.find();
  }

  @Override
  public Thread newThread(Runnable body) {
    return threads.newThread(body);
  }

  @Override
  public int gomaxprocs() {
    if (Bean.INSTANCE != null) {
      return Bean.INSTANCE.parallelism();
    }
    return Integer.getInteger(PARALLELISM, Runtime.getRuntime().availableProcessors());
  }

  @Override
  public void setGomaxprocs(int procs) {
    if (procs < 1 || procs > MAX_PARALLELISM) {
      throw new IllegalArgumentException(
          "gomaxprocs must be between 1 and " + MAX_PARALLELISM + ", not " + procs);
    }
    if (Bean.INSTANCE == null) {
      throw new UnsupportedOperationException(
          "the scheduler of this JDK (" + Runtime.version().feature()
              + ") cannot be resized at run time: use JDK 24 or newer with the module"
              + " jdk.management, start the JVM with -D" + PARALLELISM + "=" + procs
              + ", or use -Dgoguard.scheduler=gmp");
    }
    Bean.INSTANCE.setParallelism(procs);
  }

  /**
   * What the bean tells. The JDK does not say which carriers search or sleep, and keeps one number
   * for all its queues; without the bean only the size is known.
   */
  @Override
  public SchedState state() {
    int procs = gomaxprocs();
    JdkSchedulerBean bean = Bean.INSTANCE;
    if (bean == null) {
      return new SchedState(procs, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, new int[0]);
    }
    int busy = Math.max(0, bean.mounted());
    int threads = Math.max(0, bean.poolSize());
    int queued = (int) Math.min(Integer.MAX_VALUE, Math.max(0, bean.queued()));
    return new SchedState(
        procs,
        Math.max(0, procs - busy),
        threads,
        UNKNOWN,
        Math.max(0, threads - busy),
        queued,
        new int[0]);
  }
}
