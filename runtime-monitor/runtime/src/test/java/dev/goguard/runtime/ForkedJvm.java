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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/** Runs a program with the runtime on its class path in a JVM of its own. */
public final class ForkedJvm {
  private static final String SCHEDULER = "goguard.scheduler";

  private ForkedJvm() {}

  /** How it ended and what it printed. */
  public record Outcome(int status, String out, String err) {}

  /** Runs a program of the tests to its end, on the scheduler of this run. */
  public static Outcome execute(List<String> options, Class<?> program, String... arguments)
      throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(options);
    String scheduler = System.getProperty(SCHEDULER);
    if (scheduler != null) {
      all.add("-D" + SCHEDULER + "=" + scheduler);
      all.add("--add-opens=java.base/java.lang=ALL-UNNAMED");
    }
    return executeBare(all, program, arguments);
  }

  /** As {@link #execute}, but on the scheduler that the options choose, if any. */
  public static Outcome executeBare(List<String> options, Class<?> program, String... arguments)
      throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command(options, program, List.of(arguments))).start();
    try {
      // Read meanwhile: a full pipe would stop the program.
      FutureTask<String> out = reading(process.getInputStream());
      FutureTask<String> err = reading(process.getErrorStream());
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).as("ends").isTrue();
      return new Outcome(process.exitValue(), out.get(), err.get());
    } catch (ExecutionException e) {
      throw new IOException(e);
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

  private static FutureTask<String> reading(InputStream stream) {
    FutureTask<String> text = new FutureTask<>(() -> text(stream));
    Thread.ofPlatform().daemon().start(text);
    return text;
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
