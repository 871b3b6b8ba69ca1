package dev.goguard.analysis.frontend.spoon;

/** How a defect of the front end is told to the user. */
final class Crash {
  private Crash() {}

  static String describe(Throwable e) {
    String what = e instanceof StackOverflowError
        ? "code nested too deeply"
        : e.getClass().getSimpleName() + (e.getMessage() == null ? "" : ": " + e.getMessage());
    return "the front end could not handle this file (" + what + where(e) + "); it was left out";
  }

  private static String where(Throwable e) {
    StackTraceElement[] trace = e.getStackTrace();
    return trace.length == 0 ? "" : " at " + trace[0];
  }
}
