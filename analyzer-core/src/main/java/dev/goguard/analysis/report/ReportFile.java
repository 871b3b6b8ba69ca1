package dev.goguard.analysis.report;

import dev.goguard.analysis.InputException;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes reports to files, each whole or not at all. */
public final class ReportFile {
  private ReportFile() {}

  /**
   * Writes {@code outcome} to {@code file}, making its folders; complains when it cannot be
   * written.
   */
  public static void write(Path file, ReportFormat format, Outcome outcome) {
    Path target = file.toAbsolutePath();
    try {
      Files.createDirectories(target.getParent());
      requireFile(target);
      Path unfinished = Files.createTempFile(target.getParent(), ".goguard", ".tmp");
      try {
        try (Writer out = Files.newBufferedWriter(unfinished)) {
          format.write(outcome, out);
        }
        move(unfinished, target);
      } finally {
        Files.deleteIfExists(unfinished);
      }
    } catch (IOException e) {
      throw new InputException("cannot write " + file + ": " + reason(e), e);
    }
  }

  private static void requireFile(Path target) throws IOException {
    if (Files.isDirectory(target)) {
      throw new IOException("it is a folder");
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static String reason(IOException e) {
    String name = e.getClass().getSimpleName();
    return name.equals("IOException") ? e.getMessage() : name + " " + e.getMessage();
  }
}
