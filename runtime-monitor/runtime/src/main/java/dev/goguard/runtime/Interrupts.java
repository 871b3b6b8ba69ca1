package dev.goguard.runtime;

import dev.goguard.runtime.internal.Outcome;

/** The two conventions for interrupts: the JDK's, and the unchecked one of this package. */
final class Interrupts {
  private Interrupts() {}

  /** The JDK's: checked on entry, flag cleared when thrown. */
  static void check() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  /** The JDK's: the flag is cleared with the exception. */
  static InterruptedException cleared(InterruptedException e) {
    Thread.interrupted();
    return e;
  }

  /** Whether what was waited for has come; an interrupt is thrown and its flag cleared. */
  static boolean checked(Outcome outcome) throws InterruptedException {
    if (outcome == Outcome.INTERRUPTED) {
      throw cleared(new InterruptedException());
    }
    return outcome == Outcome.DONE;
  }

  /** Whether what was waited for has come; an interrupt is thrown unchecked, its flag kept. */
  static boolean unchecked(Outcome outcome) {
    if (outcome == Outcome.INTERRUPTED) {
      throw new GoInterruptedException(new InterruptedException());
    }
    return outcome == Outcome.DONE;
  }
}
