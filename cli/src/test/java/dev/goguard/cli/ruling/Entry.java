package dev.goguard.cli.ruling;

import java.util.Comparator;
import java.util.List;

/**
 * A finding and what was said of it.
 *
 * @param reason why, in one line; empty while unlabelled
 * @param file path inside the sources jar
 * @param line where to read; not compared, for the fingerprint has none either
 */
public record Entry(
    Label label,
    String reason,
    String rule,
    String severity,
    String file,
    int line,
    String element,
    String message,
    String fingerprint) {

  static final Comparator<Entry> ORDER = Comparator.comparing(Entry::file)
      .thenComparing(Entry::line)
      .thenComparing(Entry::rule)
      .thenComparing(Entry::fingerprint);

  /** Whether it counts for precision: notes do not. */
  boolean counts() {
    return !severity.equals("note");
  }

  Entry labelledLike(Entry other) {
    return new Entry(
        other.label, other.reason, rule, severity, file, line, element, message, fingerprint);
  }

  /** Rule and element: what must not change unnoticed. */
  List<String> identity() {
    return List.of(rule, file, element);
  }

  /** What may change with the tool: how bad it is, how it is told, how it is known. */
  boolean isToldLike(Entry other) {
    return severity.equals(other.severity)
        && message.equals(other.message)
        && fingerprint.equals(other.fingerprint);
  }

  @Override
  public String toString() {
    return "%s %s:%d %s: %s [%s]".formatted(severity, file, line, element, message, rule);
  }
}
