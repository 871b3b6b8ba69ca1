package dev.goguard.runtime;

import java.util.List;

/** A panic that another one has followed; it stands among the suppressed exceptions of that one. */
final class EarlierPanic extends Exception {
  private static final long serialVersionUID = 1L;

  private final String[] lines;
  private final transient Object first;
  private final boolean repanicked;

  /**
   * Creates the record of a panic.
   *
   * @param lines the lines of Go's report about it, those before and those between
   * @param panic the panic; null if it is the one that follows, raised again
   * @param first what the first of them was raised with
   * @param repanicked whether the last one is the same as the one that follows, which then has no
   *     line of its own
   */
  EarlierPanic(List<String> lines, Throwable panic, Object first, boolean repanicked) {
    super(String.join("\n\t", lines), panic, false, false);
    this.lines = lines.toArray(new String[0]);
    this.first = first;
    this.repanicked = repanicked;
  }

  /** The last one recorded in a panic, or null. */
  static EarlierPanic of(Throwable panic) {
    EarlierPanic last = null;
    for (Throwable suppressed : panic.getSuppressed()) {
      last = suppressed instanceof EarlierPanic ? (EarlierPanic) suppressed : last;
    }
    return last;
  }

  List<String> lines() {
    return List.of(lines);
  }

  Object first() {
    return first;
  }

  boolean isRepanicked() {
    return repanicked;
  }
}
