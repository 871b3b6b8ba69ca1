package dev.goguard.analysis.ir;

/**
 * Where something stands in its file.
 *
 * @param startLine first line, from 1; 0 when there is no source
 * @param startColumn first column, from 1, counted in UTF-16 units; 0 when only lines are known
 * @param endLine last line
 * @param endColumn column just after the last character
 * @param startOffset offset of the first character, from 0
 * @param endOffset offset just after the last character
 */
public record SourceRange(
    int startLine, int startColumn, int endLine, int endColumn, int startOffset, int endOffset) {

  /** The range of code that is not written in the source. */
  public static final SourceRange NONE = new SourceRange(0, 0, 0, 0, -1, -1);

  /** Whether this range is in the source at all. */
  public boolean exists() {
    return startLine > 0;
  }

  /** Whether {@code other} lies inside this range. */
  public boolean contains(SourceRange other) {
    return startOffset <= other.startOffset && other.endOffset <= endOffset;
  }
}
