package dev.goguard.runtime;

import dev.goguard.runtime.internal.goroutine.Goexit;
import java.util.Objects;

/** What Go's runtime knows of panics: which can be recovered, and how their report begins. */
final class Panics {
  private Panics() {}

  /** Whether it ends the goroutine without being a panic. */
  static boolean isGoexit(Throwable thrown) {
    return thrown instanceof Goexit;
  }

  /** Whether it ends the program and cannot be recovered. */
  static boolean isFatal(Throwable thrown) {
    return thrown instanceof GoFatalError || thrown instanceof VirtualMachineError;
  }

  /** A deferred function has raised a panic after another one. */
  static void follow(Throwable next, Throwable earlier, boolean recovered) {
    if (recovered && Objects.equals(value(next), value(earlier))) {
      repanic(next, earlier);
    } else if (next != earlier) {
      next.addSuppressed(
          new EarlierPanic(lines(earlier) + mark(earlier, recovered), earlier, false));
    }
  }

  private static void repanic(Throwable next, Throwable earlier) {
    if (next != earlier || !isRepanicked(next)) {
      String report = lines(earlier) + (isRepanicked(earlier) ? "" : " [recovered, repanicked]");
      next.addSuppressed(new EarlierPanic(report, next == earlier ? null : earlier, true));
    }
  }

  private static String mark(Throwable panic, boolean recovered) {
    return recovered && !isRepanicked(panic) ? " [recovered]" : "";
  }

  private static boolean isRepanicked(Throwable panic) {
    EarlierPanic earlier = EarlierPanic.of(panic);
    return earlier != null && earlier.isRepanicked();
  }

  /** What a panic was raised with, also when what was recovered is raised again. */
  private static Object value(Throwable panic) {
    if (!(panic instanceof GoPanic)) {
      return panic;
    }
    Object value = ((GoPanic) panic).value();
    return value instanceof GoPanic ? value((GoPanic) value) : value;
  }

  /** The first lines of Go's report about an unrecovered panic, without the end of the last. */
  static String headline(Throwable panic) {
    return isFatal(panic) ? "fatal error: " + RuntimeErrors.fatal(panic) : lines(panic);
  }

  private static String lines(Throwable panic) {
    EarlierPanic earlier = EarlierPanic.of(panic);
    if (earlier == null) {
      return "panic: " + text(panic);
    }
    String before = earlier.getMessage();
    return earlier.isRepanicked() ? before : before + "\n\tpanic: " + text(panic);
  }

  private static String text(Throwable panic) {
    Object value = value(panic);
    if (value instanceof Throwable) {
      return RuntimeErrors.text((Throwable) value);
    }
    // As in Go, a text of several lines is indented after the first.
    return panic.getMessage().replace("\n", "\n\t");
  }
}
