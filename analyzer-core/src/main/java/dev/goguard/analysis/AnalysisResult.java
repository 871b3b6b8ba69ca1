package dev.goguard.analysis;

import java.util.List;

/**
 * The outcome of one run, in a stable order: by file, line, column and rule.
 *
 * @param findings what is reported
 * @param suppressed what the source suppresses
 * @param notifications about the run itself
 */
public record AnalysisResult(
    List<Finding> findings,
    List<Suppressed> suppressed,
    List<Notification> notifications,
    Statistics statistics) {

  public AnalysisResult {
    findings = List.copyOf(findings);
    suppressed = List.copyOf(suppressed);
    notifications = List.copyOf(notifications);
  }
}
