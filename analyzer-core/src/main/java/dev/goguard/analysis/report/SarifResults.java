package dev.goguard.analysis.report;

import com.contrastsecurity.sarif.CodeFlow;
import com.contrastsecurity.sarif.Location;
import com.contrastsecurity.sarif.Message;
import com.contrastsecurity.sarif.PartialFingerprints;
import com.contrastsecurity.sarif.PhysicalLocation;
import com.contrastsecurity.sarif.Region;
import com.contrastsecurity.sarif.Result;
import com.contrastsecurity.sarif.Suppression;
import com.contrastsecurity.sarif.ThreadFlow;
import com.contrastsecurity.sarif.ThreadFlowLocation;
import dev.goguard.analysis.Finding;
import dev.goguard.analysis.Flow;
import dev.goguard.analysis.FlowStep;
import dev.goguard.analysis.Suppressed;
import dev.goguard.analysis.suppress.Baseline;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Findings in SARIF. */
final class SarifResults {
  private final Outcome outcome;
  private final LineHashes hashes;

  SarifResults(Outcome outcome) {
    this.outcome = outcome;
    this.hashes = new LineHashes(outcome.sources());
  }

  List<Result> all() {
    return Stream.of(
            outcome.result().findings().stream().map(this::result),
            outcome.result().suppressed().stream().map(this::suppressed),
            outcome.comparison().absent().stream().map(this::absent))
        .flatMap(results -> results)
        .toList();
  }

  private Result result(Finding finding) {
    Result result = new Result()
        .withRuleId(finding.rule())
        .withRuleIndex(ruleIndex(finding.rule()))
        .withLevel(Result.Level.fromValue(finding.severity().level()))
        .withMessage(new Message().withText(finding.message()))
        .withLocations(List.of(SarifLocations.of(finding.location(), finding.element())))
        .withPartialFingerprints(fingerprint(finding.fingerprint())
            .withAdditionalProperty(LineHashes.KEY, hashes.of(finding)));
    if (!finding.related().isEmpty()) {
      result.setRelatedLocations(related(finding));
    }
    if (!finding.flows().isEmpty()) {
      result.setCodeFlows(List.of(codeFlow(finding.flows())));
    }
    if (outcome.comparison().baselined()) {
      result.setBaselineState(state(finding));
    }
    return result;
  }

  private Result.BaselineState state(Finding finding) {
    return outcome.comparison().unchanged().contains(finding.fingerprint())
        ? Result.BaselineState.UNCHANGED
        : Result.BaselineState.NEW;
  }

  private int ruleIndex(String rule) {
    return IntStream.range(0, outcome.rules().size())
        .filter(i -> outcome.rules().get(i).info().name().equals(rule))
        .findFirst()
        .orElse(-1);
  }

  private Result suppressed(Suppressed suppressed) {
    return result(suppressed.finding())
        .withSuppressions(Set.of(new Suppression()
            .withKind(Suppression.Kind.IN_SOURCE)
            .withStatus(Suppression.Status.ACCEPTED)
            .withJustification(suppressed.reason())
            .withLocation(SarifLocations.of(suppressed.suppressedAt()))));
  }

  private Result absent(Baseline.Entry entry) {
    PhysicalLocation place = new PhysicalLocation()
        .withArtifactLocation(SarifLocations.artifactAt(entry.uri()))
        .withRegion(new Region().withStartLine(entry.line()));
    return new Result()
        .withRuleId(entry.rule())
        .withRuleIndex(ruleIndex(entry.rule()))
        .withLevel(Result.Level.fromValue(entry.level()))
        .withMessage(new Message().withText(entry.message()))
        .withLocations(List.of(new Location().withPhysicalLocation(place)))
        .withPartialFingerprints(fingerprint(entry.fingerprint()))
        .withBaselineState(Result.BaselineState.ABSENT);
  }

  private static PartialFingerprints fingerprint(String fingerprint) {
    return new PartialFingerprints().withAdditionalProperty(Baseline.FINGERPRINT, fingerprint);
  }

  private static Set<Location> related(Finding finding) {
    Set<Location> locations = new LinkedHashSet<>();
    for (FlowStep step : finding.related()) {
      locations.add(SarifLocations.of(step).withId(locations.size() + 1));
    }
    return locations;
  }

  private static CodeFlow codeFlow(List<Flow> flows) {
    List<ThreadFlow> threads = new ArrayList<>();
    int order = 1;
    for (Flow flow : flows) {
      List<ThreadFlowLocation> steps = new ArrayList<>();
      for (FlowStep step : flow.steps()) {
        steps.add(new ThreadFlowLocation()
            .withLocation(SarifLocations.of(step))
            .withExecutionOrder(order++));
      }
      threads.add(new ThreadFlow()
          .withId(flow.thread())
          .withMessage(new Message().withText(flow.thread()))
          .withLocations(steps));
    }
    return new CodeFlow().withThreadFlows(threads);
  }
}
