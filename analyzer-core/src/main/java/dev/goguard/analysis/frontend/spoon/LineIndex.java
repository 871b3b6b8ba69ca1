package dev.goguard.analysis.frontend.spoon;

import dev.goguard.analysis.ir.SourceRange;
import java.util.Arrays;
import spoon.reflect.cu.SourcePosition;
import spoon.reflect.declaration.CtElement;

/** Offsets of one file as lines and columns. */
final class LineIndex {
  private final int[] starts;
  private final String text;

  LineIndex(String text) {
    int[] found = new int[text.length() + 1];
    int count = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'))) {
        found[count++] = i + 1;
      }
    }
    this.text = text;
    starts = Arrays.copyOf(found, count);
  }

  /** Lines as editors count them: the end of the last line does not begin another. */
  int lines() {
    boolean endsInLineBreak = starts[starts.length - 1] == text.length();
    return endsInLineBreak ? starts.length - 1 : starts.length;
  }

  /** The text between two offsets, without the blanks around it. */
  String text(int start, int end) {
    return text.substring(start, Math.max(start, end)).strip();
  }

  SourceRange range(CtElement element) {
    SourcePosition position = element.getPosition();
    return position.isValidPosition()
        ? range(position.getSourceStart(), position.getSourceEnd() + 1)
        : SourceRange.NONE;
  }

  /** The range from {@code start} to just before {@code end}. */
  SourceRange range(int start, int end) {
    int first = line(start);
    int last = line(Math.max(start, end - 1));
    return new SourceRange(
        first + 1, start - starts[first] + 1, last + 1, end - starts[last] + 1, start, end);
  }

  private int line(int offset) {
    int found = Arrays.binarySearch(starts, offset);
    return found >= 0 ? found : -found - 2;
  }
}
