package dev.goguard.analysis.check;

import dev.goguard.analysis.AnalysisResult;
import dev.goguard.analysis.report.Outcome;
import dev.goguard.analysis.report.ReportFile;
import dev.goguard.analysis.report.SarifReport;
import dev.goguard.analysis.source.SourceText;
import dev.goguard.analysis.suppress.Baseline;
import dev.goguard.analysis.suppress.Comparison;
import java.util.Set;
import java.util.stream.Collectors;

/** Analyses sources and compares the findings with the baseline. */
public final class Check {
  private final Analysis analysis;

  public Check(Analysis analysis) {
    this.analysis = analysis;
  }

  /** Runs the check. An unusable baseline is complained of before the analysis starts. */
  public Outcome run(CheckRequest request) {
    if (request.baseline() == null) {
      return withoutBaseline(request);
    }
    if (request.updateBaseline()) {
      new ReportFile(request.baseline()).prepare();
      Outcome outcome = withoutBaseline(request);
      new ReportFile(request.baseline()).write(new SarifReport(), outcome);
      return compared(request, outcome.result(), Baseline.read(request.baseline()));
    }
    Baseline baseline = Baseline.read(request.baseline());
    return compared(request, analyze(request), baseline);
  }

  private Outcome withoutBaseline(CheckRequest request) {
    AnalysisResult result = analyze(request);
    return outcome(request, result, Comparison.withoutBaseline(result.findings()));
  }

  private static Outcome compared(CheckRequest request, AnalysisResult result, Baseline baseline) {
    Set<String> ran =
        request.rules().stream().map(rule -> rule.info().name()).collect(Collectors.toSet());
    return outcome(request, result, baseline.compare(result, ran::contains));
  }

  private AnalysisResult analyze(CheckRequest request) {
    return analysis.analyze(request.sources(), request.rules(), request.models());
  }

  private static Outcome outcome(
      CheckRequest request, AnalysisResult result, Comparison comparison) {
    return new Outcome(
        result,
        comparison,
        request.rules(),
        SourceText.of(request.sources()),
        request.category(),
        request.root(),
        request.generated());
  }
}
