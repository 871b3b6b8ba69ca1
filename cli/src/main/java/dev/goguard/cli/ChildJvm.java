package dev.goguard.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A JVM of this JDK whose input and output are ours. It ends when we do: what stops this process
 * stops that one first, which has then a while to write its reports.
 */
final class ChildJvm {
  private static final long GRACE_SECONDS = 20;

  private final List<String> command = new ArrayList<>();

  ChildJvm(List<String> options, List<String> target) {
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(target);
  }

  /** Runs it to its end and returns its exit code. */
  int run() throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).inheritIO().start();
    Thread end = new Thread(() -> end(process), "goguard-run-end");
    Runtime.getRuntime().addShutdownHook(end);
    int code = process.waitFor();
    forget(end);
    return code;
  }

  private static void end(Process process) {
    process.destroy();
    try {
      if (!process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
    }
  }

  private static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // This JVM is ending: the hook runs already, and finds the process gone.
      return;
    }
  }
}
