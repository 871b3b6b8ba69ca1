package dev.goguard.runtime;

import dev.goguard.runtime.internal.goroutine.Frames;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * What a program that dies of a panic says: Go's lines and the stack, then what the JVM knows more,
 * the suppressed exceptions and the causes, as in its own stack traces.
 *
 * <p>User code, which gives the texts of exceptions, may fail in its turn.
 */
final class PanicReport {
  private final StringBuilder text = new StringBuilder();
  private final Set<Throwable> shown = Collections.newSetFromMap(new IdentityHashMap<>());

  private PanicReport() {}

  static String of(long goroutine, Throwable panic) {
    PanicReport report = new PanicReport();
    report.text.append(headline(panic));
    report.text.append("\n\ngoroutine ").append(goroutine).append(" [running]:\n");
    report.body(panic, "");
    return report.text.toString();
  }

  private static String headline(Throwable panic) {
    try {
      return Panics.headline(panic);
    } catch (Throwable again) {
      return "panic: " + Panics.unprintable(panic, again);
    }
  }

  /** The frames of an exception and what belongs to it. */
  private void body(Throwable thrown, String indent) {
    shown.add(thrown);
    for (StackTraceElement frame : Frames.visible(thrown.getStackTrace())) {
      text.append(indent).append("\tat ").append(frame).append('\n');
    }
    for (Throwable suppressed : thrown.getSuppressed()) {
      if (!(suppressed instanceof EarlierPanic)) { // its line is in the headline
        further("Suppressed: ", suppressed, indent + "\t");
      }
    }
    if (thrown.getCause() != null) {
      further("Caused by: ", thrown.getCause(), indent);
    }
  }

  private void further(String role, Throwable thrown, String indent) {
    text.append(indent).append(role).append(text(thrown));
    if (shown.contains(thrown)) {
      text.append(" (see above)\n");
      return;
    }
    text.append('\n');
    body(thrown, indent);
  }

  private static String text(Throwable thrown) {
    try {
      return thrown.toString();
    } catch (Throwable again) {
      return Panics.unprintable(thrown, again);
    }
  }
}
