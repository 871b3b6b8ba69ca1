package dev.goguard.race.report;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * The process's standard error, past {@code System.err}: that one's lock may be held by a thread
 * which waits for one that has just found a race.
 */
public final class StandardError {
  private static final FileOutputStream OUT = new FileOutputStream(FileDescriptor.err);

  private StandardError() {}

  /** Writes a text in one piece. */
  public static void write(String text) {
    try {
      OUT.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      // Standard error is closed: there is nobody to tell.
      return;
    }
  }
}
