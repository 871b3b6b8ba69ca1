package dev.goguard.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goguard.analysis.AnalysisResult;
import dev.goguard.analysis.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The demo project has the findings that stand in its {@code expected.txt}, and no others. */
final class DemoTest {
  private static final Path DEMO = Path.of("..", "test-corpus", "demo");

  /** A line of {@code expected.txt}. */
  private record Expected(String file, String rule, String fragment) {
    static Expected of(String line) {
      String[] parts = line.split(" ", 3);
      return new Expected(parts[0], parts[1], parts[2]);
    }

    boolean isMetBy(Finding finding) {
      return finding.location().file().endsWith("/" + file)
          && finding.rule().equals(rule)
          && finding.message().contains(fragment);
    }
  }

  @Test
  void demo_whenAnalysed_hasExactlyTheExpectedFindings() throws IOException {
    AnalysisResult result = Samples.analyze(DEMO.resolve(Path.of("src", "main", "java")));
    assertThat(result.statistics().unresolvedCalls()).isZero();
    assertThat(result.notifications()).isEmpty();
    List<Finding> unexpected = new ArrayList<>(result.findings());
    List<Expected> missing = new ArrayList<>(expected());
    missing.removeIf(e -> unexpected.stream()
        .filter(e::isMetBy)
        .findFirst()
        .map(unexpected::remove)
        .orElse(false));
    assertThat(missing).as("lines of expected.txt without a finding").isEmpty();
    assertThat(unexpected).as("findings that expected.txt does not name").isEmpty();
  }

  @Test
  void expected_rules_areTheWholeCatalogueOnceEach() throws IOException {
    assertThat(expected())
        .extracting(Expected::rule)
        .containsExactlyInAnyOrderElementsOf(
            Rules.all().stream().map(r -> r.info().name()).toList());
  }

  private static List<Expected> expected() throws IOException {
    return Files.readAllLines(DEMO.resolve("expected.txt")).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(Expected::of)
        .toList();
  }
}
