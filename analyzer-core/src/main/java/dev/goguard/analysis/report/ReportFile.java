package dev.goguard.analysis.report;

import dev.goguard.analysis.InputException;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that a report goes to. It is written whole or not at all. */
public final class ReportFile {
  private final Path file;

  public ReportFile(Path file) {
    this.file = file;
  }

  /** Complains now of a file that could not be written later; makes its folders. */
  public void prepare() {
    try {
      Path target = target();
      if (isReplaceable(target)) {
        Path unfinished = unfinished(target);
        Files.createFile(unfinished);
        Files.delete(unfinished);
      }
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /** Writes {@code outcome}. */
  public void write(ReportFormat format, Outcome outcome) {
    try {
      Path target = target();
      if (isReplaceable(target)) {
        replace(target, format, outcome);
      } else {
        write(target, format, outcome);
      }
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private Path target() throws IOException {
    Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    if (Files.isDirectory(target)) {
      throw new IOException("it is a folder");
    }
    Files.createDirectories(target.getParent());
    return target;
  }

  /** A pipe or device, such as {@code /dev/stdout}, is written in place. */
  private static boolean isReplaceable(Path target) {
    return !Files.exists(target) || Files.isRegularFile(target);
  }

  private static void replace(Path target, ReportFormat format, Outcome outcome)
      throws IOException {
    Path unfinished = unfinished(target);
    try {
      write(unfinished, format, outcome);
      move(unfinished, target);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  private static Path unfinished(Path target) {
    long pid = ProcessHandle.current().pid();
    return target.resolveSibling("." + target.getFileName() + "." + pid + ".tmp");
  }

  private static void write(Path target, ReportFormat format, Outcome outcome) throws IOException {
    try (Writer out = Files.newBufferedWriter(target)) {
      format.write(outcome, out);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private InputException unwritable(IOException e) {
    return new InputException("cannot write " + file + ": " + reason(e), e);
  }

  private static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "no permission";
    }
    if (e instanceof FileAlreadyExistsException) {
      return e.getMessage() + " is not a folder";
    }
    if (e instanceof NoSuchFileException) {
      return "no file can be made in its folder";
    }
    return e.getMessage();
  }
}
