package dev.goguard.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goguard.analysis.AnalysisResult;
import org.junit.jupiter.api.Test;

/** The patterns of the corpus are right, and no rule says otherwise. */
final class PatternsTest {
  @Test
  void patterns_whenAnalysed_haveNoFindings() {
    AnalysisResult result = Samples.analyze(Samples.ROOT.resolveSibling("patterns"));

    assertThat(result.findings())
        .extracting(f -> f.location() + " " + f.rule() + ": " + f.message())
        .isEmpty();
    assertThat(result.statistics().failed()).isZero();
    assertThat(result.statistics().unresolvedCalls()).isZero();
  }
}
