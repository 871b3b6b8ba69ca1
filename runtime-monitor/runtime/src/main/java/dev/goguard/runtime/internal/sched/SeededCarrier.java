package dev.goguard.runtime.internal.sched;

/** The one platform thread on which a seeded scheduler runs its goroutines. */
final class SeededCarrier extends Thread implements CarrierOf {
  private final SeededScheduler scheduler;

  SeededCarrier(SeededScheduler scheduler) {
    super(null, null, "goguard-seeded-carrier", 0, false);
    this.scheduler = scheduler;
    setDaemon(true);
    setContextClassLoader(ClassLoader.getSystemClassLoader());
  }

  @Override
  public SeededScheduler scheduler() {
    return scheduler;
  }

  @Override
  public void run() {
    for (Runnable next = scheduler.next(); next != null; next = scheduler.next()) {
      next.run();
    }
  }
}
