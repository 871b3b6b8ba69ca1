package dev.goguard.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the jar as users do. */
class GoGuardJarIT {
  private static final Path JAR = Path.of("target/goguard.jar").toAbsolutePath();
  private static final Path DEMO = Path.of("../test-corpus/demo").toAbsolutePath();

  @TempDir
  Path root;

  @Test
  void demo_anywhere_findsEveryBug() throws Exception {
    Run run = run("demo");
    assertThat(run.code()).as(run.text()).isZero();
    assertThat(run.text()).contains("What next:");
    assertFindings(run);
  }

  @Test
  void check_fileThatDoesNotCompile_costsThatFile() throws Exception {
    Files.writeString(root.resolve("Broken.java"), "class Broken { void f( { }");
    Files.writeString(root.resolve("Good.java"), "class Good {}");
    Run run = run("check", ".");
    assertThat(run.code()).as(run.text()).isZero();
    assertThat(run.text())
        .contains("Broken.java:1:", "[syntax-error]", "in 1 file (1 MORE COULD NOT BE ANALYSED)");
  }

  @Test
  void explain_rule_printsTheDocumentInTheJar() throws Exception {
    assertThat(run("explain", "LockNotReleased").text())
        .startsWith("LockNotReleased\n")
        .contains("HOW TO SUPPRESS");
  }

  /** The demo lists its findings by file, rule and fragment of the message. */
  private void assertFindings(Run demo) throws Exception {
    List<String> rules =
        run("rules").text().lines().map(line -> line.split(" ")[0]).toList();
    List<String[]> expected = Files.readAllLines(DEMO.resolve("expected.txt")).stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split(" ", 3))
        .filter(parts -> rules.contains(parts[1]))
        .toList();
    assertThat(expected).isNotEmpty();
    for (String[] parts : expected) {
      assertThat(demo.text().lines())
          .as(String.join(" ", parts))
          .anyMatch(l ->
              l.contains("shop/payments/" + parts[0] + ":") && l.endsWith("[" + parts[1] + "]"));
    }
    assertThat(demo.text().lines().filter(line -> line.endsWith("]"))).hasSameSizeAs(expected);
  }

  private Run run(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-jar", JAR.toString()));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command)
        .directory(root.toFile())
        .redirectErrorStream(true)
        .start();
    String text = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Run(process.waitFor(), text);
  }

  private record Run(int code, String text) {}
}
