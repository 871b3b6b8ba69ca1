package dev.goguard.agent.report;

import dev.goguard.race.report.StandardError;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where texts go: standard error, or a file of this process. */
public final class Output {
  private final OutputStream file;

  private Output(OutputStream file) {
    this.file = file;
  }

  /**
   * To {@code path} with the process id behind it, as Go's {@code log_path}; its folder is made.
   */
  public static Output to(Optional<Path> path) throws IOException {
    if (path.isEmpty()) {
      return new Output(null);
    }
    Path file = Path.of(path.get() + "." + ProcessHandle.current().pid()).toAbsolutePath();
    Files.createDirectories(file.getParent());
    return new Output(Files.newOutputStream(file));
  }

  void write(String text) {
    if (file == null) {
      StandardError.write(text);
      return;
    }
    try {
      synchronized (file) {
        file.write(text.getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      StandardError.write("goguard: cannot write the log: " + e.getMessage() + "\n" + text);
    }
  }
}
