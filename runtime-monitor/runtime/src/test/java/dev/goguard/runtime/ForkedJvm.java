package dev.goguard.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a program with the runtime on its class path in a JVM of its own. */
public final class ForkedJvm {
  private ForkedJvm() {}

  /** How it ended and what it printed. */
  public record Outcome(int status, String out, String err) {}

  /** Runs a program of the tests to its end. */
  public static Outcome execute(List<String> options, Class<?> program, String... arguments)
      throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command(options, program, List.of(arguments))).start();
    try {
      assertThat(process.waitFor(20, TimeUnit.SECONDS)).as("ends").isTrue();
      return new Outcome(
          process.exitValue(), text(process.getInputStream()), text(process.getErrorStream()));
    } finally {
      process.destroyForcibly();
    }
  }

  private static List<String> command(
      List<String> options, Class<?> program, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-XX:+UseSerialGC");
    command.addAll(options);
    command.add("-cp");
    command.add(location(Go.class) + File.pathSeparator + location(ForkedJvm.class));
    command.add(program.getName());
    command.addAll(arguments);
    return command;
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
