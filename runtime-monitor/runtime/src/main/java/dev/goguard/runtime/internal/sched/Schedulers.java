package dev.goguard.runtime.internal.sched;

/** The choice of the scheduler. */
final class Schedulers {
  private static final String PROPERTY = "goguard.scheduler";
  private static final Scheduler CONFIGURED = configured(System.getProperty(PROPERTY, "jdk"));

  private Schedulers() {}

  private static Scheduler configured(String name) {
    return switch (name) {
      case "jdk" -> new JdkScheduler();
      case "gmp" -> new GmpScheduler(Runtime.getRuntime().availableProcessors());
      default ->
        throw new IllegalArgumentException(
            "-D" + PROPERTY + "=" + name + ": unknown scheduler; use jdk or gmp");
    };
  }

  static Scheduler current() {
    return CONFIGURED;
  }
}
