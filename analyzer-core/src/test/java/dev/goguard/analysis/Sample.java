package dev.goguard.analysis;

import dev.goguard.analysis.ir.SourceFile;
import dev.goguard.analysis.ir.SourceRange;
import java.util.List;

/** A small file and findings in it, for tests. */
public final class Sample {
  private Sample() {}

  /** A lowered file; only its text matters. */
  public static SourceFile file(String path, String text) {
    return new SourceFile(path, text, List.of());
  }

  /** The place of the first occurrence of {@code fragment} in a file. */
  public static Location at(SourceFile file, String fragment) {
    String text = file.text();
    int start = text.indexOf(fragment);
    int end = start + fragment.length();
    SourceRange range = new SourceRange(
        line(text, start), column(text, start), line(text, end), column(text, end), start, end);
    return new Location(file.path(), range);
  }

  private static int line(String text, int offset) {
    return (int) text.substring(0, offset).chars().filter(c -> c == '\n').count() + 1;
  }

  private static int column(String text, int offset) {
    return offset - text.lastIndexOf('\n', offset - 1);
  }

  /** A warning without flows. */
  public static Finding finding(String rule, Location location, String message) {
    return new Finding(
        rule, Severity.WARNING, message, location, "shop.Bank.open", List.of(), List.of(), "");
  }
}
