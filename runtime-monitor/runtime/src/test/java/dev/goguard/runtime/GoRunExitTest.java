package dev.goguard.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** How a Go program ends, seen from outside its JVM. */
@Guarded
class GoRunExitTest {

  record Outcome(int status, String out, String err) {}

  @Test
  void run_mainReturns_exitsZeroWithoutWaitingForOthers() throws Exception {
    Outcome outcome = execute("return");
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out()).isEqualTo("main\n");
    assertThat(outcome.status()).isZero();
  }

  @Test
  void run_mainPanics_printsGosReportAndExitsTwo() throws Exception {
    Outcome outcome = execute("panic");
    assertThat(outcome.err())
        .startsWith("panic: send on closed channel\n\ngoroutine 1 [running]:\n\tat ")
        .contains("PanickingProgram.");
    assertThat(outcome.status()).isEqualTo(2);
  }

  @Test
  void run_anotherGoroutineThrows_printsItsNumberAndCauseAndExitsTwo() throws Exception {
    Outcome outcome = execute("exception");
    assertThat(outcome.err())
        .startsWith("panic: java.io.IOException: disk\n\ngoroutine 2 [running]:\n\tat ")
        .contains("Caused by: java.lang.IllegalStateException: full");
    assertThat(outcome.status()).isEqualTo(2);
  }

  @Test
  void run_taskOfWaitGroupPanics_exitsBeforeTheGroupIsDone() throws Exception {
    Outcome outcome = execute("waitgroup");
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.status()).isEqualTo(2);
  }

  @Test
  void run_fatalError_printsGosReportAndExitsTwo() throws Exception {
    Outcome outcome = execute("fatal");
    assertThat(outcome.err())
        .startsWith("fatal error: sync: unlock of unlocked mutex\n\ngoroutine 1 [running]:\n");
    assertThat(outcome.status()).isEqualTo(2);
  }

  private static Outcome execute(String scenario) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            location(Go.class) + File.pathSeparator + location(PanickingProgram.class),
            PanickingProgram.class.getName(),
            scenario)
        .start();
    try {
      assertThat(process.waitFor(20, TimeUnit.SECONDS)).as("ends").isTrue();
      return new Outcome(
          process.exitValue(), text(process.getInputStream()), text(process.getErrorStream()));
    } finally {
      process.destroyForcibly();
    }
  }

  private static String text(InputStream stream) throws IOException {
    return new String(stream.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
  }

  private static String location(Class<?> type) {
    return Path.of(
            URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString()))
        .toString();
  }
}
