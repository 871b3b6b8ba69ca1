package dev.goguard.analysis.report;

import dev.goguard.analysis.Finding;
import java.io.IOException;
import java.util.Map;

/**
 * Markdown for the summary page of a GitHub Actions job, which shows what annotations leave out.
 */
public final class GitHubSummary implements ReportFormat {
  /** GitHub refuses a summary of more than 1 MiB. */
  private static final int MOST_ROWS = 500;

  @Override
  public void write(Outcome outcome, Appendable out) throws IOException {
    out.append("## GoGuard\n\n").append(Summary.of(outcome)).append("\n\n");
    if (outcome.findings().isEmpty()) {
      return;
    }
    out.append("| rule | findings |\n| --- | ---: |\n");
    for (Map.Entry<String, Long> count : RuleCounts.of(outcome.findings()).entrySet()) {
      out.append("| " + count.getKey() + " | " + count.getValue() + " |\n");
    }
    out.append("\n| place | severity | rule | message |\n| --- | --- | --- | --- |\n");
    for (Finding finding : outcome.findings().stream().limit(MOST_ROWS).toList()) {
      out.append(row(finding));
    }
    int more = outcome.findings().size() - MOST_ROWS;
    out.append(more > 0 ? "\nand " + more + " more\n" : "");
  }

  private static String row(Finding finding) {
    return String.format(
        "| `%s` | %s | %s | %s |\n",
        finding.location(), finding.severity().level(), finding.rule(), cell(finding.message()));
  }

  private static String cell(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace("|", "\\|")
        .replaceAll("\\R", " ");
  }
}
