package dev.goguard.analysis.report;

import dev.goguard.analysis.Location;
import dev.goguard.analysis.ir.SourceRange;
import dev.goguard.analysis.source.SourceText;

/** The first line of a place, with carets under it. */
final class SourceExcerpt {
  private SourceExcerpt() {}

  /** Two lines of text, or none when the source cannot be read. */
  static String of(Location location, SourceText sources) {
    return sources.line(location).map(line -> quote(line, location.range())).orElse("");
  }

  private static String quote(String line, SourceRange range) {
    int start = Math.min(range.startColumn() - 1, line.length());
    int end = range.endLine() == range.startLine() ? range.endColumn() - 1 : line.length();
    int width = Math.max(1, Math.min(end, line.length()) - start);
    String indent = line.substring(0, start).replaceAll("[^\t]", " ");
    return "    " + line + "\n    " + indent + "^".repeat(width) + "\n";
  }
}
