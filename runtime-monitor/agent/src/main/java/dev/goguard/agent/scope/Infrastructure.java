package dev.goguard.agent.scope;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The classes that run programs rather than being one: a list of patterns, in a data file. */
final class Infrastructure {
  private static final String FILE = "infrastructure.txt";

  private Infrastructure() {}

  /** The patterns that stand alone on their lines, or those that follow an exclamation mark. */
  static List<ClassPattern> patterns(boolean exceptions) {
    try (BufferedReader lines = new BufferedReader(new InputStreamReader(
        Infrastructure.class.getResourceAsStream(FILE), StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .filter(line -> line.startsWith("!") == exceptions)
          .map(line -> ClassPattern.parse(line.substring(exceptions ? 1 : 0)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
