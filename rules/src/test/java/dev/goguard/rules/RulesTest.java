package dev.goguard.rules;

import static org.assertj.core.api.Assertions.assertThat;

import corpus.Expectation;
import dev.goguard.analysis.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every sample is found as its comments say, and nothing else is. */
final class RulesTest {
  static List<Path> samples() {
    return Samples.files();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void sample_whenAnalysed_hasExactlyItsMarkedFindings(Path file) throws IOException {
    List<Finding> unexpected = new ArrayList<>(Samples.findingsIn(file));
    List<String> missing = new ArrayList<>();
    for (Expectation expectation : Expectation.of(Files.readString(file))) {
      Optional<Finding> met =
          unexpected.stream().filter(f -> meets(f, expectation)).findFirst();
      met.ifPresentOrElse(unexpected::remove, () -> missing.add(missed(file, expectation)));
    }
    assertThat(unexpected)
        .as("findings on unmarked lines")
        .extracting(RulesTest::text)
        .isEmpty();
    assertThat(missing).as("marked lines without a finding").isEmpty();
  }

  private static boolean meets(Finding finding, Expectation expectation) {
    return finding.rule().equals(expectation.rule())
        && finding.location().range().startLine() == expectation.line()
        && finding.message().contains(expectation.fragment());
  }

  private static String missed(Path file, Expectation expectation) {
    return "%s:%d %s: %s"
        .formatted(
            file.getFileName(), expectation.line(), expectation.rule(), expectation.fragment());
  }

  private static String text(Finding finding) {
    return finding.location() + " " + finding.rule() + ": " + finding.message();
  }

  @Test
  void samples_whenAnalysed_areAllUnderstood() {
    assertThat(Samples.result().notifications()).isEmpty();
    assertThat(Samples.result().statistics().failed()).isZero();
    assertThat(Samples.result().statistics().unresolvedCalls()).isZero();
  }
}
