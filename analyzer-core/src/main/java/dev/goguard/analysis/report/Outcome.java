package dev.goguard.analysis.report;

import dev.goguard.analysis.AnalysisResult;
import dev.goguard.analysis.Finding;
import dev.goguard.analysis.Rule;
import dev.goguard.analysis.Severity;
import dev.goguard.analysis.Statistics;
import dev.goguard.analysis.source.SourceText;
import dev.goguard.analysis.suppress.Comparison;
import java.nio.file.Path;
import java.util.List;

/**
 * All that a report shows of one check.
 *
 * @param comparison of the findings with the baseline
 * @param rules those that looked
 * @param sources for quotations
 * @param category what sets this check apart from others of the same project, such as a module
 * @param root the folder that shown paths are relative to
 * @param generated how many generated files were left out
 */
public record Outcome(
    AnalysisResult result,
    Comparison comparison,
    List<Rule> rules,
    SourceText sources,
    String category,
    Path root,
    int generated) {

  /** Kind of the notification that counts as a finding when notes fail the check. */
  private static final String UNUSED_SUPPRESSION = "unused-suppression";

  public Outcome {
    rules = List.copyOf(rules);
  }

  /** The findings that the baseline does not have. */
  public List<Finding> findings() {
    return comparison.fresh();
  }

  public long count(Severity severity) {
    return findings().stream().filter(finding -> finding.severity() == severity).count();
  }

  /**
   * Whether something at least as severe as {@code threshold} is new; an unused suppression is a
   * note.
   */
  public boolean fails(Severity threshold) {
    return findings().stream().anyMatch(finding -> finding.severity().atLeast(threshold))
        || result.notifications().stream()
            .filter(notification -> notification.kind().equals(UNUSED_SUPPRESSION))
            .anyMatch(notification -> notification.severity().atLeast(threshold));
  }

  /** Whether no file at all could be analysed. */
  public boolean nothingAnalyzed() {
    return result.statistics().analyzed() <= 0;
  }

  public Statistics statistics() {
    return result.statistics();
  }
}
