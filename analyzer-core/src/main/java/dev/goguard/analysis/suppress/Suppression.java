package dev.goguard.analysis.suppress;

import dev.goguard.analysis.Finding;
import dev.goguard.analysis.Location;
import dev.goguard.analysis.ir.SourceRange;

/**
 * One rule suppressed in a part of one file.
 *
 * @param rule the name as written, without the prefix {@code goguard:}
 * @param explicit whether it can only mean a rule of GoGuard
 * @param from offset of the first character of the part
 * @param to offset just after its last character
 */
record Suppression(
    String rule, boolean explicit, String reason, Location location, int from, int to) {

  boolean covers(Finding finding) {
    SourceRange range = finding.location().range();
    return rule.equals(finding.rule())
        && from <= range.startOffset()
        && range.startOffset() < to
        && location.file().equals(finding.location().file());
  }
}
