package dev.goguard.runtime;

/** A panic that another one has followed; it stands among the suppressed exceptions of that one. */
final class EarlierPanic extends Exception {
  private static final long serialVersionUID = 1L;

  private final boolean repanicked;

  /**
   * Creates the record of a panic.
   *
   * @param report the lines of Go's report about it and those before
   * @param panic the panic; null if it is the one that follows, raised again
   * @param repanicked whether the one that follows is the same again, and has no line of its own
   */
  EarlierPanic(String report, Throwable panic, boolean repanicked) {
    super(report, panic, false, false);
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

  boolean isRepanicked() {
    return repanicked;
  }
}
