package dev.goguard.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goguard.runtime.internal.Guarded;
import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a Go program dies of, even when its main goroutine recovers panics. */
@Guarded
class SyncExitTest {

  @ParameterizedTest
  @CsvSource({
    "mutex, fatal error: sync: unlock of unlocked mutex",
    "rwmutex, fatal error: sync: Unlock of unlocked RWMutex",
    "reader, fatal error: sync: RUnlock of unlocked RWMutex",
    "callChan, panic: in callChan",
    "sharedCall, panic: in call",
    "errgroup, panic: in errgroup",
  })
  void run_scenario_diesOf(String scenario, String headline) throws Exception {
    Process process = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            location(Go.class) + File.pathSeparator + location(SyncProgram.class),
            SyncProgram.class.getName(),
            scenario)
        .start();
    try {
      assertThat(process.waitFor(20, TimeUnit.SECONDS)).as("ends").isTrue();
      assertThat(process.exitValue()).isEqualTo(2);
      assertThat(process.errorReader().readLine()).isEqualTo(headline);
    } finally {
      process.destroyForcibly();
    }
  }

  private static String location(Class<?> type) {
    return Path.of(
            URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString()))
        .toString();
  }
}
