package dev.goguard.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goguard.analysis.AnalysisResult;
import dev.goguard.analysis.Severity;
import dev.goguard.analysis.suppress.Comparison;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutcomeTest {
  @TempDir
  Path root;

  @Test
  void fails_freshFindingAsSevere_true() throws IOException {
    assertThat(Outcomes.everything(root).fails(Severity.ERROR)).isTrue();
    assertThat(Outcomes.nothing(root).fails(Severity.NOTE)).isFalse();
  }

  @Test
  void fails_unusedSuppressionOnly_failsForNotesAlone() throws IOException {
    Outcome all = Outcomes.everything(root);
    Outcome outcome = new Outcome(
        new AnalysisResult(List.of(), List.of(), all.result().notifications(), all.statistics()),
        Comparison.withoutBaseline(List.of()),
        all.rules(),
        all.sources(),
        "check",
        root,
        0);
    assertThat(outcome.fails(Severity.NOTE)).isTrue();
    assertThat(outcome.fails(Severity.WARNING)).isFalse();
  }
}
