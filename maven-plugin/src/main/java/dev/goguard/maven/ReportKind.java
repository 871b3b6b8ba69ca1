package dev.goguard.maven;

import dev.goguard.analysis.InputException;
import dev.goguard.analysis.report.GitHubReport;
import dev.goguard.analysis.report.HtmlReport;
import dev.goguard.analysis.report.JsonReport;
import dev.goguard.analysis.report.Outcome;
import dev.goguard.analysis.report.ReportFile;
import dev.goguard.analysis.report.ReportFormat;
import dev.goguard.analysis.report.SarifReport;
import dev.goguard.analysis.report.Style;
import dev.goguard.analysis.report.TextReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.apache.maven.plugin.logging.Log;

/** The forms of report, and where each goes. */
enum ReportKind {
  CONSOLE(new TextReport(Style.PLAIN)) {
    @Override
    void write(Outcome outcome, Path folder, Log log) throws IOException {
      StringBuilder text = new StringBuilder();
      format.write(outcome, text);
      if (outcome.findings().isEmpty() && outcome.result().notifications().isEmpty()) {
        text.toString().lines().forEach(log::info);
      } else {
        text.toString().lines().forEach(log::warn);
      }
    }
  },
  /** Workflow commands must start their line, so they bypass the log. */
  GITHUB(new GitHubReport()) {
    @Override
    void write(Outcome outcome, Path folder, Log log) throws IOException {
      format.write(outcome, System.out);
    }
  },
  SARIF(new SarifReport()),
  HTML(new HtmlReport()),
  JSON(new JsonReport());

  final ReportFormat format;

  ReportKind(ReportFormat format) {
    this.format = format;
  }

  static ReportKind named(String name) {
    return Arrays.stream(values())
        .filter(kind -> kind.name().equalsIgnoreCase(name.strip()))
        .findFirst()
        .orElseThrow(() -> new InputException(
            "no format is called " + name + "; use console, sarif, html, json or github"));
  }

  void write(Outcome outcome, Path folder, Log log) throws IOException {
    Path file = folder.resolve("goguard." + name().toLowerCase(Locale.ROOT));
    new ReportFile(file).write(format, outcome);
  }
}
