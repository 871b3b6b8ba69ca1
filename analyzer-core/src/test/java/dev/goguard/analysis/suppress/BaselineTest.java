package dev.goguard.analysis.suppress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goguard.analysis.AnalysisResult;
import dev.goguard.analysis.Finding;
import dev.goguard.analysis.InputException;
import dev.goguard.analysis.Location;
import dev.goguard.analysis.Sample;
import dev.goguard.analysis.Statistics;
import dev.goguard.analysis.Suppressed;
import dev.goguard.analysis.ir.SourceRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaselineTest {
  private static final Location PLACE = new Location("A.java", SourceRange.NONE);

  @TempDir
  Path root;

  @Test
  void compare_knownFreshAndFixed_areTold() throws IOException {
    Baseline baseline = baseline(entry("f1", "Rule", ""), entry("f3", "Rule", ""));
    Comparison comparison =
        baseline.compare(result(List.of(finding("f1"), finding("f2"))), r -> true);
    assertThat(comparison.fresh()).extracting(Finding::fingerprint).containsExactly("f2");
    assertThat(comparison.unchanged()).containsExactly("f1");
    assertThat(comparison.absent()).extracting(Baseline.Entry::fingerprint).containsExactly("f3");
  }

  @Test
  void compare_entryOfARuleThatDidNotRun_isNotCalledFixed() throws IOException {
    Baseline baseline = baseline(entry("f1", "Other", ""));
    assertThat(baseline.compare(result(List.of()), "Rule"::equals).absent()).isEmpty();
  }

  @Test
  void compare_knownFindingNowSuppressed_isNotCalledFixed() throws IOException {
    Baseline baseline = baseline(entry("f1", "Rule", ""));
    AnalysisResult result = new AnalysisResult(
        List.of(),
        List.of(new Suppressed(finding("f1"), "", PLACE)),
        List.of(),
        new Statistics(1, 0, 1, 0, 0));
    assertThat(baseline.compare(result, r -> true).absent()).isEmpty();
  }

  @Test
  void read_fixedAndSuppressedResults_areNoEntries() throws IOException {
    Baseline baseline = baseline(
        entry("f1", "Rule", ",\"baselineState\":\"absent\""),
        entry("f2", "Rule", ",\"suppressions\":[{\"kind\":\"inSource\"}]"));
    assertThat(baseline
            .compare(result(List.of(finding("f1"), finding("f2"))), r -> true)
            .fresh())
        .hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{                                                        | is not JSON",
        "[1]                                                      | is not a SARIF file",
        "{\"runs\":[{\"tool\":{\"driver\":{\"name\":\"PMD\"}}}]}  | was written by PMD",
        "{\"runs\":[{}]}                                          | was written by another tool",
        "{\"runs\":[{\"tool\":{\"driver\":{\"name\":\"GoGuard\"}},\"results\":[{}]}]} | without a fingerprint",
      })
  void read_unusableFile_saysWhy(String content, String complaint) throws IOException {
    Path file = Files.writeString(root.resolve("baseline.sarif"), content);
    assertThatThrownBy(() -> Baseline.read(file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining(complaint)
        .hasMessageContaining("--update-baseline");
  }

  @Test
  void read_missingFile_saysHowToWriteIt() {
    assertThatThrownBy(() -> Baseline.read(root.resolve("none.sarif")))
        .hasMessageContaining("none.sarif does not exist; write it with --update-baseline");
  }

  private Baseline baseline(String... results) throws IOException {
    String sarif = "{\"runs\":[{\"tool\":{\"driver\":{\"name\":\"GoGuard\"}},\"results\":["
        + String.join(",", results)
        + "]}]}";
    return Baseline.read(Files.writeString(root.resolve("baseline.sarif"), sarif));
  }

  private static String entry(String fingerprint, String rule, String more) {
    return "{\"ruleId\":\"%s\",\"partialFingerprints\":{\"goguard/v1\":\"%s\"}%s}"
        .formatted(rule, fingerprint, more);
  }

  private static Finding finding(String fingerprint) {
    return Sample.finding("Rule", PLACE, "message").withFingerprint(fingerprint);
  }

  private static AnalysisResult result(List<Finding> findings) {
    return new AnalysisResult(findings, List.of(), List.of(), new Statistics(1, 0, 1, 0, 0));
  }
}
