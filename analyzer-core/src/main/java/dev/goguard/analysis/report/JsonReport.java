package dev.goguard.analysis.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.goguard.analysis.Finding;
import dev.goguard.analysis.Flow;
import dev.goguard.analysis.FlowStep;
import dev.goguard.analysis.Location;
import dev.goguard.analysis.Notification;
import dev.goguard.analysis.Severity;
import dev.goguard.analysis.Statistics;
import dev.goguard.analysis.Suppressed;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * GoGuard's own JSON. The names of the records below are the schema: members are only ever added;
 * {@code schema} counts up when one changes its meaning.
 */
public final class JsonReport implements ReportFormat {
  private static final int SCHEMA = 1;

  private final ObjectMapper mapper = new ObjectMapper()
      .enable(SerializationFeature.INDENT_OUTPUT)
      .setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);

  @Override
  public void write(Outcome outcome, Appendable out) throws IOException {
    out.append(mapper.writeValueAsString(document(outcome))).append('\n');
  }

  private static Document document(Outcome outcome) {
    return new Document(
        SCHEMA,
        Product.version(),
        totals(outcome),
        outcome.result().findings().stream()
            .map(finding -> entry(finding, outcome))
            .toList(),
        outcome.result().suppressed().stream().map(s -> suppressed(s, outcome)).toList(),
        outcome.result().notifications().stream().map(JsonReport::notice).toList());
  }

  private static Totals totals(Outcome outcome) {
    Statistics statistics = outcome.statistics();
    return new Totals(
        outcome.count(Severity.ERROR),
        outcome.count(Severity.WARNING),
        outcome.count(Severity.NOTE),
        outcome.result().suppressed().size(),
        outcome.comparison().unchanged().size(),
        outcome.comparison().absent().size(),
        statistics.files(),
        statistics.failed(),
        outcome.generated(),
        statistics.lines(),
        statistics.calls(),
        statistics.unresolvedCalls());
  }

  private static Entry entry(Finding finding, Outcome outcome) {
    return new Entry(
        finding.rule(),
        finding.severity().level(),
        finding.message(),
        place(finding.location()),
        finding.element(),
        finding.fingerprint(),
        outcome.comparison().unchanged().contains(finding.fingerprint()),
        finding.related().stream().map(JsonReport::step).toList(),
        finding.flows().stream().map(JsonReport::thread).toList());
  }

  private static Silenced suppressed(Suppressed suppressed, Outcome outcome) {
    return new Silenced(
        entry(suppressed.finding(), outcome),
        suppressed.reason(),
        place(suppressed.suppressedAt()));
  }

  private static Notice notice(Notification n) {
    Place place = n.location() == null ? null : place(n.location());
    return new Notice(n.kind(), n.severity().level(), n.message(), place, n.rule());
  }

  private static Thread thread(Flow flow) {
    return new Thread(flow.thread(), flow.steps().stream().map(JsonReport::step).toList());
  }

  private static Step step(FlowStep step) {
    return new Step(place(step.location()), step.message());
  }

  private static Place place(Location at) {
    return new Place(
        at.file(),
        at.range().startLine(),
        at.range().startColumn(),
        at.range().endLine(),
        at.range().endColumn());
  }

  private record Document(
      int schema,
      String version,
      Totals totals,
      List<Entry> findings,
      List<Silenced> suppressed,
      List<Notice> notifications) {}

  private record Totals(
      long errors,
      long warnings,
      long notes,
      int suppressed,
      int baselined,
      int fixed,
      int files,
      int failedFiles,
      int generatedFiles,
      long lines,
      long calls,
      long unresolvedCalls) {}

  private record Entry(
      String rule,
      String severity,
      String message,
      Place location,
      String element,
      String fingerprint,
      boolean baselined,
      List<Step> related,
      List<Thread> flows) {}

  private record Silenced(Entry finding, String reason, Place suppressedAt) {}

  private record Notice(
      String kind,
      String severity,
      String message,
      @Nullable Place location,
      @Nullable String rule) {}

  private record Thread(String thread, List<Step> steps) {}

  private record Step(Place location, String message) {}

  private record Place(String file, int startLine, int startColumn, int endLine, int endColumn) {}
}
