package dev.goguard.agent.report;

import dev.goguard.race.report.Race;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Races that are known and not to be told, from a file in ThreadSanitizer's syntax.
 *
 * <p>A line is {@code race:pattern}, which means a frame of either stack or the variable, or
 * {@code race_top:pattern}, which means the innermost frames only. A pattern is matched with
 * {@code com.shop.Cart.add} or {@code Cart.total} as a whole; {@code *} stands for any characters.
 * Text after {@code #} says why; empty lines are skipped.
 */
public final class Suppressions {
  private final List<Suppression> all;

  private Suppressions(List<Suppression> all) {
    this.all = all;
  }

  /** No suppressions. */
  public static Suppressions none() {
    return new Suppressions(List.of());
  }

  /** Reads a file; the exception's message says which line of it is wrong. */
  public static Suppressions read(Path file) throws IOException {
    List<Suppression> all = new ArrayList<>();
    int number = 0;
    for (String line : Files.readAllLines(file)) {
      number++;
      String text = line.replaceFirst("#.*", "").strip();
      if (!text.isEmpty()) {
        all.add(parse(text, file + ":" + number));
      }
    }
    return new Suppressions(all);
  }

  private static Suppression parse(String text, String place) throws IOException {
    int colon = text.indexOf(':');
    String kind = colon < 0 ? text : text.substring(0, colon).strip();
    String pattern = colon < 0 ? "" : text.substring(colon + 1).strip();
    if (!kind.equals("race") && !kind.equals("race_top")) {
      throw new IOException(
          place + ": unknown kind \"" + kind + "\"; write race:pattern or race_top:pattern");
    }
    if (pattern.isEmpty()) {
      throw new IOException(place + ": " + kind + ": has no pattern");
    }
    return new Suppression(place, kind.equals("race_top"), pattern);
  }

  /** Whether a race is not to be told; counts the suppression that says so. */
  public boolean match(Race race) {
    for (Suppression suppression : all) {
      if (suppression.matches(race)) {
        return true;
      }
    }
    return false;
  }

  /** Those that matched nothing, which are to be taken out of the file. */
  public List<String> unused() {
    return all.stream()
        .filter(each -> each.count() == 0)
        .map(Suppression::toString)
        .toList();
  }

  /** How many races were not told. */
  public int count() {
    return all.stream().mapToInt(Suppression::count).sum();
  }
}
