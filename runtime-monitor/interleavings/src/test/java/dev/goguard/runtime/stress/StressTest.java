package dev.goguard.runtime.stress;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs every jcstress test of this module; {@code -Dstress.millis=10000} gives each more time. */
final class StressTest {
  private static final String MILLIS = System.getProperty("stress.millis", "300");

  @TempDir
  Path reports;

  @Test
  void stress_everyTest_hasNoForbiddenOutcome() throws Exception {
    Process process = new ProcessBuilder(command())
        .directory(reports.toFile())
        .redirectErrorStream(true)
        .start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    System.out.println(output.substring(Math.max(0, output.indexOf("RUN RESULTS"))));
    assertThat(process.waitFor()).as(output).isZero();
    assertThat(output)
        .contains("Failed tests: No matches.", "Error tests: No matches.")
        .contains("All remaining tests: 7 matching");
  }

  private List<String> command() {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classes = System.getProperty("surefire.test.class.path", "");
    List<String> fork = List.of(java, "-cp", classes, "org.openjdk.jcstress.Main");
    List<String> options = List.of("-f", "1", "-fsm", "1", "-iters", "1", "-sc", "false");
    List<String> rest = List.of("-time", MILLIS, "-r", reports.toString());
    return Stream.of(fork, options, rest).flatMap(List::stream).toList();
  }
}
