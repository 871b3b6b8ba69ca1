package dev.goguard.agent.findings;

import dev.goguard.agent.transform.TransformSummary;
import dev.goguard.agent.transform.TransformSummary.Exclusion;
import dev.goguard.analysis.AnalysisResult;
import dev.goguard.analysis.Finding;
import dev.goguard.analysis.Notification;
import dev.goguard.analysis.Severity;
import dev.goguard.analysis.Statistics;
import dev.goguard.analysis.report.HtmlReport;
import dev.goguard.analysis.report.Outcome;
import dev.goguard.analysis.report.ReportFile;
import dev.goguard.analysis.report.SarifReport;
import dev.goguard.analysis.suppress.Comparison;
import dev.goguard.analysis.suppress.Fingerprints;
import dev.goguard.race.report.Race;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The report files of a run. This class and all it needs are loaded only when a file is asked for.
 */
public final class RaceFiles {
  private final Optional<Path> sarif;
  private final Optional<Path> html;
  private final List<Path> sources;
  private final Path folder = Path.of("").toAbsolutePath();

  /** Files to be written later; sources are looked for in the usual places when none are named. */
  public RaceFiles(Optional<Path> sarif, Optional<Path> html, List<Path> sources) {
    this.sarif = sarif;
    this.html = html;
    this.sources = List.copyOf(sources);
  }

  /** What is wrong with a file that could not be written later, made for the user. */
  public static Optional<String> problem(Path file) {
    try {
      new ReportFile(file).prepare();
      return Optional.empty();
    } catch (RuntimeException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  /** Writes all files; an exception's message is for the user. */
  public void write(List<Race> races, int count, TransformSummary classes) {
    Outcome outcome = outcome(races, classes);
    String summary = summary(count, classes);
    sarif.ifPresent(file -> new ReportFile(file).write(new SarifReport(), outcome));
    html.ifPresent(file -> new ReportFile(file).write(new HtmlReport(all -> summary), outcome));
  }

  private Outcome outcome(List<Race> races, TransformSummary classes) {
    Places places = new Places(SourceRoots.of(sources, folder), folder);
    List<Finding> findings = Fingerprints.assign(
        races.stream().map(race -> RaceFinding.of(race, places)).toList());
    Statistics statistics = new Statistics(Math.max(1, classes.checked()), 0, 0, 0, 0);
    return new Outcome(
        new AnalysisResult(findings, List.of(), notifications(classes), statistics),
        Comparison.withoutBaseline(findings),
        List.of(new DataRace()),
        places.text(),
        "race",
        folder,
        0);
  }

  private static List<Notification> notifications(TransformSummary classes) {
    List<Notification> all = new ArrayList<>();
    classes.refused().forEach(each -> all.add(note("class-not-instrumented", each)));
    classes.reduced().forEach(each -> all.add(note("method-instrumented-less", each)));
    return all;
  }

  private static Notification note(String kind, Exclusion exclusion) {
    String message = exclusion.name() + ": " + exclusion.reason();
    return new Notification(Severity.NOTE, kind, message, null, null);
  }

  private static String summary(int count, TransformSummary classes) {
    return count + (count == 1 ? " data race; " : " data races; ") + classes.checked()
        + " classes checked, " + classes.synchronizationOnly()
        + " followed for synchronization only";
  }
}
