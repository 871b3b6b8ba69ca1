package dev.goguard.cli;

import dev.goguard.analysis.report.GitHubReport;
import dev.goguard.analysis.report.JsonReport;
import dev.goguard.analysis.report.ReportFormat;
import dev.goguard.analysis.report.Style;
import dev.goguard.analysis.report.TextReport;
import java.util.Locale;

/** The forms of output to the terminal. */
enum Format {
  TEXT,
  GITHUB,
  JSON;

  ReportFormat report(Console console) {
    return switch (this) {
      case TEXT -> new TextReport(console.decorated() ? Style.TERMINAL : Style.PLAIN);
      case GITHUB -> new GitHubReport();
      case JSON -> new JsonReport();
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
