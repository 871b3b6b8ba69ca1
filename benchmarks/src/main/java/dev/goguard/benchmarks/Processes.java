package dev.goguard.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs programs that print their results. */
public final class Processes {
  private static final long HANGS_SECONDS = 180;

  private Processes() {}

  /** The numbers; none when the program failed, of which its error output then tells, or hangs. */
  public static List<Double> numbers(List<String> command)
      throws IOException, InterruptedException {
    return lines(command, ProcessBuilder.Redirect.INHERIT).stream()
        .map(Double::valueOf)
        .toList();
  }

  /** The lines that the program prints; none when it failed or hangs. */
  public static List<String> lines(List<String> command, ProcessBuilder.Redirect errors)
      throws IOException, InterruptedException {
    var process = new ProcessBuilder(command).redirectError(errors).start();
    if (!process.waitFor(HANGS_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return process.exitValue() == 0 ? output.lines().toList() : List.of();
  }

  public static boolean succeeds(List<String> command) throws IOException, InterruptedException {
    return new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor()
        == 0;
  }

  /** The command for a class of this class path on this JDK. */
  public static List<String> java(List<String> flags, Class<?> main, String... arguments) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    return command;
  }

  public static boolean isExecutable(String file) {
    return !file.isEmpty() && new File(file).canExecute();
  }
}
