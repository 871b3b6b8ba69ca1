package dev.goguard.analysis;

/** How much a finding matters, most severe first. The names are SARIF's levels. */
public enum Severity {
  /** A bug on every reading of the code. */
  ERROR,
  /** Very likely a bug; the reader decides. */
  WARNING,
  /** Worth knowing, breaks nothing. */
  NOTE;

  /** Whether this is as severe as {@code threshold}, or more. */
  public boolean atLeast(Severity threshold) {
    return compareTo(threshold) <= 0;
  }

  /** The SARIF level: {@code error}, {@code warning} or {@code note}. */
  public String level() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
