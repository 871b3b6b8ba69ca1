package dev.goguard.runtime.internal.sched;

/**
 * Runs goroutines on carrier threads.
 *
 * <p>Which scheduler a program uses is chosen once, by the system property
 * {@code goguard.scheduler}: {@code jdk} (the default, no flags needed), {@code gmp} or
 * {@code seeded}. A goroutine that runs on another one, as tests with a seeded scheduler of their
 * own do, starts its children there as well.
 */
public interface Scheduler {

  /** The scheduler on which the current thread is to start goroutines. */
  static Scheduler current() {
    return Schedulers.current();
  }

  /**
   * Makes a virtual thread of this scheduler, not yet started. It inherits what threads inherit:
   * libraries find their services by the context class loader.
   */
  Thread newThread(Runnable body);

  /** How many goroutines can run at the same time. */
  int gomaxprocs();

  /**
   * Changes how many goroutines can run at the same time.
   *
   * @throws IllegalArgumentException when it is below 1 or more than this scheduler can have
   * @throws UnsupportedOperationException when this scheduler or this JDK cannot, saying why
   */
  void setGomaxprocs(int procs);

  /** What the scheduler is doing, for a line of {@code schedtrace}. */
  SchedState state();
}
