package dev.goguard.runtime;

/** The JDK's convention for interrupts: checked on entry, flag cleared when thrown. */
final class Interrupts {
  private Interrupts() {}

  static void check() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  static InterruptedException cleared(InterruptedException e) {
    Thread.interrupted();
    return e;
  }
}
