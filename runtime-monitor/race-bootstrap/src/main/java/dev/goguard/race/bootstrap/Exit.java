package dev.goguard.race.bootstrap;

import dev.goguard.race.report.Races;

/**
 * Hooks of the end of the JVM: a program that had races does not end with success.
 *
 * <p>As in Go, a code of the program's own that says failure stays. Races that were told in another
 * way that fails, such as to a test, do not count.
 */
public final class Exit {
  private static volatile int code;
  private static volatile int toldElsewhere;

  private Exit() {}

  /** The code of a run with races; 0 leaves the program's own. */
  public static void useCode(int next) {
    code = next;
  }

  /** So many of the races have failed a test, and need not fail the process. */
  public static void toldElsewhere(int races) {
    toldElsewhere = races;
  }

  /** The JVM is about to end with a status; what follows does not run when another is taken. */
  public static void halting(int status) {
    if (status == 0) {
      ended();
    }
  }

  /** {@code main} and all other threads have returned. */
  public static void ended() {
    if (hasRaces() && code != 0) {
      Runtime.getRuntime().halt(code);
    }
  }

  private static boolean hasRaces() {
    return Races.all().count() > toldElsewhere;
  }
}
