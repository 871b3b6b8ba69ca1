package dev.goguard.analysis;

import dev.goguard.analysis.ir.SourceRange;

/**
 * A place in the analysed source.
 *
 * @param file path as shown to the user, with {@code /}
 * @param range where in the file
 */
public record Location(String file, SourceRange range) {
  @Override
  public String toString() {
    return file + ":" + range.startLine();
  }
}
