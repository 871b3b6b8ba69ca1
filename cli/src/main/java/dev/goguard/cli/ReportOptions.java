package dev.goguard.cli;

import dev.goguard.analysis.InputException;
import dev.goguard.analysis.report.GitHubSummary;
import dev.goguard.analysis.report.HtmlReport;
import dev.goguard.analysis.report.Outcome;
import dev.goguard.analysis.report.ReportFile;
import dev.goguard.analysis.report.SarifReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** The options that say where the outcome goes. */
final class ReportOptions {
  private static final String STEP_SUMMARY = "GITHUB_STEP_SUMMARY";

  @Option(
      names = "--format",
      paramLabel = "text|github|json",
      description = "Form of the output. Default: text.")
  private Format format = Format.TEXT;

  @Option(names = "--sarif", paramLabel = "F", description = "Also write SARIF 2.1.0 to this file.")
  private Path sarif;

  @Option(
      names = "--html",
      paramLabel = "F",
      description = "Also write one HTML page to this file.")
  private Path html;

  /** Complains of report files that could not be written, before the time is spent. */
  void prepare() {
    Stream.of(sarif, html)
        .filter(Objects::nonNull)
        .map(ReportFile::new)
        .forEach(ReportFile::prepare);
  }

  /** Files come first: when one cannot be written, nothing is printed that looks like success. */
  void write(Outcome outcome, Console console, PrintWriter out) throws IOException {
    if (sarif != null) {
      new ReportFile(sarif).write(new SarifReport(), outcome);
    }
    if (html != null) {
      new ReportFile(html).write(new HtmlReport(), outcome);
    }
    if (format == Format.GITHUB && console.isSet(STEP_SUMMARY)) {
      appendSummary(Path.of(console.environment().get(STEP_SUMMARY)), outcome);
    }
    format.report(console).write(outcome, out);
    out.flush();
  }

  private static void appendSummary(Path file, Outcome outcome) throws IOException {
    StringBuilder summary = new StringBuilder();
    new GitHubSummary().write(outcome, summary);
    try {
      Files.writeString(file, summary, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new InputException(
          "cannot write " + STEP_SUMMARY + " " + file + ": " + e.getMessage(), e);
    }
  }
}
