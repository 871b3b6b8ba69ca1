package dev.goguard.runtime;

import dev.goguard.runtime.internal.goroutine.Goexit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

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
    if (next == earlier && (!recovered || isRepanicked(next))) {
      return;
    }
    EarlierPanic below = next == earlier ? null : raisedBelow(next, earlier);
    Object first = below == null ? value(next) : below.first();
    boolean repanicked = recovered && equal(first, value(earlier));
    List<String> lines = lines(earlier);
    if (recovered && !isRepanicked(earlier)) {
      markLast(lines, repanicked ? " [recovered, repanicked]" : " [recovered]");
    }
    if (below != null) {
      lines.addAll(below.lines().subList(repanicked ? 1 : 0, below.lines().size()));
    }
    boolean hasNoLine = below == null ? repanicked : below.isRepanicked();
    Throwable cause = next == earlier ? null : earlier;
    next.addSuppressed(new EarlierPanic(lines, cause, firstValue(earlier), hasNoLine));
  }

  private static void markLast(List<String> lines, String mark) {
    int last = lines.size() - 1;
    lines.set(last, lines.get(last) + mark);
  }

  /**
   * What a panic has followed in frames below the deferred function that has raised it, or null:
   * not what it has followed before the earlier panic, if it is one raised again.
   */
  private static EarlierPanic raisedBelow(Throwable next, Throwable earlier) {
    EarlierPanic below = EarlierPanic.of(next);
    Set<EarlierPanic> seen = new HashSet<>();
    EarlierPanic past = EarlierPanic.of(earlier);
    while (past != null && past != below && seen.add(past)) {
      past = past.getCause() == null ? null : EarlierPanic.of(past.getCause());
    }
    return past == below ? null : below;
  }

  /** What the first panic of a chain was raised with. */
  private static Object firstValue(Throwable panic) {
    EarlierPanic earlier = EarlierPanic.of(panic);
    return earlier == null ? value(panic) : earlier.first();
  }

  /** As the values themselves see it, unless they panic. */
  private static boolean equal(Object one, Object other) {
    try {
      return Objects.equals(one, other);
    } catch (Throwable uncomparable) {
      return false;
    }
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
    return isFatal(panic)
        ? "fatal error: " + RuntimeErrors.fatal(panic)
        : String.join("\n\t", lines(panic));
  }

  /** A line per panic of the report, which ends with this one. */
  private static List<String> lines(Throwable panic) {
    EarlierPanic earlier = EarlierPanic.of(panic);
    List<String> lines = new ArrayList<>(earlier == null ? List.of() : earlier.lines());
    if (earlier == null || !earlier.isRepanicked()) {
      lines.add("panic: " + text(panic));
    }
    return lines;
  }

  /** What is said of a value instead of its text, whose computation has failed. */
  static String unprintable(Object value, Throwable failure) {
    return value.getClass().getName() + " (panic while printing panic value: "
        + failure.getClass().getName() + ")";
  }

  private static String text(Throwable panic) {
    Object value = value(panic);
    if (!(value instanceof Throwable)) {
      // As in Go, a text of several lines is indented after the first.
      return panic.getMessage().replace("\n", "\n\t");
    }
    try {
      return RuntimeErrors.text((Throwable) value);
    } catch (Throwable again) {
      return unprintable(value, again);
    }
  }
}
