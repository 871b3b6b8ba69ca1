package dev.goguard.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Run with {@code -Dgoguard.updateGolden=true} to write the golden files anew, then read the
 * difference.
 */
class ReportsTest {
  private static final Path GOLDEN = Path.of("src/test/resources/dev/goguard/analysis/report");

  @TempDir
  Path root;

  @Test
  void write_plainText_matchesGolden() throws IOException {
    assertGolden(new TextReport(Style.PLAIN), "outcome.txt");
  }

  @Test
  void write_terminalText_matchesGolden() throws IOException {
    assertGolden(new TextReport(Style.TERMINAL), "outcome-terminal.txt");
  }

  @Test
  void write_gitHub_matchesGolden() throws IOException {
    assertGolden(new GitHubReport(), "outcome-github.txt");
  }

  @Test
  void write_gitHubSummary_matchesGolden() throws IOException {
    assertGolden(new GitHubSummary(), "outcome-github.md");
  }

  @Test
  void write_json_matchesGolden() throws IOException {
    assertGolden(new JsonReport(), "outcome.json");
  }

  @Test
  void write_sarif_matchesGolden() throws IOException {
    assertGolden(new SarifReport(), "outcome.sarif");
  }

  @Test
  void write_html_matchesGolden() throws IOException {
    assertGolden(new HtmlReport(), "outcome.html");
  }

  @Test
  void write_html_loadsNothing() throws IOException {
    assertThat(text(new HtmlReport(), Outcomes.everything(root)))
        .doesNotContain("http", "src=", "href=", "@import", "url(");
  }

  @Test
  void write_nothingFound_stillSaysHowMuchWasRead() throws IOException {
    assertThat(text(new TextReport(Style.PLAIN), Outcomes.nothing(root)))
        .isEqualTo("0 errors, 0 warnings in 1 file; 0.0 % of calls unresolved\n");
  }

  private void assertGolden(ReportFormat format, String name) throws IOException {
    String text = text(format, Outcomes.everything(root));
    String stable = text.replace(SarifLocations.folderUri(root), "file:///project/")
        .replace(Product.version(), "VERSION");
    Path golden = GOLDEN.resolve(name);
    if (Boolean.getBoolean("goguard.updateGolden")) {
      Files.writeString(golden, stable);
    }
    assertThat(golden).hasContent(stable);
  }

  private static String text(ReportFormat format, Outcome outcome) throws IOException {
    StringBuilder out = new StringBuilder();
    format.write(outcome, out);
    return out.toString();
  }
}
