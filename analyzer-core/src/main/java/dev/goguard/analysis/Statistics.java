package dev.goguard.analysis;

/**
 * What was analysed, so that "nothing found" and "nothing analysed" look different.
 *
 * @param files source files given
 * @param failed files that were not analysed, each with a notification
 * @param lines lines of the analysed files
 * @param calls method calls seen
 * @param unresolvedCalls calls whose target the class path does not tell
 */
public record Statistics(int files, int failed, long lines, long calls, long unresolvedCalls) {
  public int analyzed() {
    return files - failed;
  }

  /** Share of unresolved calls, 0 to 100. */
  public double unresolvedPercent() {
    return calls == 0 ? 0 : 100.0 * unresolvedCalls / calls;
  }
}
