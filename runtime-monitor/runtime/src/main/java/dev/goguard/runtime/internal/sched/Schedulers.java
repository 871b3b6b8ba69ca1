package dev.goguard.runtime.internal.sched;

/** The choice of the scheduler. */
final class Schedulers {
  private static final String PROPERTY = "goguard.scheduler";
  private static final String SEED = "goguard.seed";
  private static final Scheduler CONFIGURED;
  private static final RuntimeException FAILURE;

  /** Whether a carrier can be one of ours; until then nobody needs to look. */
  private static volatile boolean ownCarriers;

  static {
    Scheduler scheduler = null;
    RuntimeException failure = null;
    try {
      SchedTrace.check();
      scheduler = configured(System.getProperty(PROPERTY, "jdk"));
    } catch (IllegalArgumentException | IllegalStateException e) {
      failure = e; // an exception out of here would be told once, and hidden from then on
    }
    CONFIGURED = scheduler;
    FAILURE = failure;
  }

  private Schedulers() {}

  private static Scheduler configured(String name) {
    return switch (name) {
      case "jdk" -> new JdkScheduler();
      case "gmp" -> new GmpScheduler(Runtime.getRuntime().availableProcessors());
      case "seeded" -> new SeededScheduler(seed());
      default ->
        throw new IllegalArgumentException(
            "-D" + PROPERTY + "=" + name + ": unknown scheduler; use jdk, gmp or seeded");
    };
  }

  private static long seed() {
    String given = System.getProperty(SEED);
    if (given == null) {
      long seed = System.nanoTime();
      System.err.println("goguard: to have this order of goroutines again: -D" + SEED + "=" + seed);
      return seed;
    }
    try {
      return Long.parseLong(given);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("-D" + SEED + "=" + given + ": not a whole number", e);
    }
  }

  /** Tells that from now on carriers of ours exist. */
  static void carriersExist() {
    ownCarriers = true;
  }

  static Scheduler current() {
    if (ownCarriers && VirtualThreads.currentCarrierThread() instanceof CarrierOf carrier) {
      return carrier.scheduler();
    }
    if (FAILURE != null) {
      throw new IllegalStateException(FAILURE.getMessage(), FAILURE);
    }
    return CONFIGURED;
  }
}
