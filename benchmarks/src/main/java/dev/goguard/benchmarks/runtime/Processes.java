package dev.goguard.benchmarks.runtime;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs programs that print one number per line. */
final class Processes {
  private static final long HANGS_SECONDS = 180;

  private Processes() {}

  /** The numbers; none when the program failed, of which its error output then tells, or hangs. */
  static List<Double> numbers(List<String> command) throws IOException, InterruptedException {
    var process = new ProcessBuilder(command)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
    if (!process.waitFor(HANGS_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return process.exitValue() == 0 ? output.lines().map(Double::valueOf).toList() : List.of();
  }

  static boolean succeeds(List<String> command) throws IOException, InterruptedException {
    return new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor()
        == 0;
  }

  /** The command for a class of this class path on this JDK. */
  static List<String> java(List<String> flags, Class<?> main, String... arguments) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    return command;
  }

  static boolean isExecutable(String file) {
    return !file.isEmpty() && new File(file).canExecute();
  }
}
