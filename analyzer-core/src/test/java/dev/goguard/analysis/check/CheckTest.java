package dev.goguard.analysis.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goguard.analysis.AnalysisResult;
import dev.goguard.analysis.Finding;
import dev.goguard.analysis.Location;
import dev.goguard.analysis.Sample;
import dev.goguard.analysis.SourceSet;
import dev.goguard.analysis.Statistics;
import dev.goguard.analysis.ir.SourceRange;
import dev.goguard.analysis.report.Outcome;
import dev.goguard.analysis.suppress.Fingerprints;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckTest {
  @TempDir
  Path root;

  @Test
  void run_updatedBaseline_knowsEveryFinding() {
    Path baseline = root.resolve("baseline.sarif");
    assertThat(check("first").run(request(baseline, true)).findings()).isEmpty();
    Outcome second = check("first", "second").run(request(baseline, false));
    assertThat(second.findings()).extracting(Finding::message).containsExactly("second");
    assertThat(second.comparison().unchanged()).hasSize(1);
  }

  @Test
  void run_missingBaseline_complainsBeforeTheAnalysis() {
    Check check = new Check((sources, rules, models) -> {
      throw new AssertionError("analysed");
    });
    assertThatThrownBy(() -> check.run(request(root.resolve("none.sarif"), false)))
        .hasMessageContaining("none.sarif does not exist");
  }

  private static Check check(String... messages) {
    Location place = new Location("A.java", new SourceRange(1, 1, 1, 2, 0, 1));
    List<Finding> findings =
        List.of(messages).stream().map(m -> Sample.finding("Rule", place, m)).toList();
    AnalysisResult result = new AnalysisResult(
        Fingerprints.assign(findings), List.of(), List.of(), new Statistics(1, 0, 1, 0, 0));
    return new Check((sources, rules, models) -> result);
  }

  private CheckRequest request(Path baseline, boolean update) {
    SourceSet sources = new SourceSet(List.of(), List.of(), 21, root, StandardCharsets.UTF_8);
    return new CheckRequest(sources, 0, List.of(), List.of(), "check", root, baseline, update);
  }
}
