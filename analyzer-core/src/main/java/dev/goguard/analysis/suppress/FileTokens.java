package dev.goguard.analysis.suppress;

import dev.goguard.analysis.Location;
import dev.goguard.analysis.ir.SourceFile;
import dev.goguard.analysis.ir.SourceRange;
import dev.goguard.analysis.source.JavaScanner;
import dev.goguard.analysis.source.Token;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The tokens of one file, code and comments apart. */
final class FileTokens {
  private final SourceFile file;
  private final List<Token> code = new ArrayList<>();
  private final List<Token> comments = new ArrayList<>();
  private final BitSet codeLines = new BitSet();
  private final List<Integer> lineStarts = new ArrayList<>(List.of(0));

  FileTokens(SourceFile file) {
    this.file = file;
    for (Token token : JavaScanner.scan(file.text())) {
      if (token.kind() == Token.Kind.COMMENT) {
        comments.add(token);
      } else {
        code.add(token);
        codeLines.set(token.line(), token.endLine() + 1);
      }
    }
    findLines();
  }

  private void findLines() {
    String text = file.text();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || (c == '\r' && !text.startsWith("\n", i + 1))) {
        lineStarts.add(i + 1);
      }
    }
  }

  List<Token> code() {
    return code;
  }

  List<Token> comments() {
    return comments;
  }

  boolean hasCode(int line) {
    return codeLines.get(line);
  }

  /**
   * Offset of the first character of {@code line}; the file's length when there is no such line.
   */
  int lineStart(int line) {
    return line <= lineStarts.size() ? lineStarts.get(line - 1) : file.text().length() + 1;
  }

  /** The comment that ends {@code lastLine} or stands alone above {@code firstLine}; else empty. */
  String reason(int firstLine, int lastLine) {
    return comment(comment -> comment.line() == lastLine)
        .or(() -> comment(c -> c.endLine() == firstLine - 1 && !hasCode(c.line())))
        .orElse("");
  }

  private Optional<String> comment(Predicate<Token> where) {
    return comments.stream()
        .filter(where)
        .map(FileTokens::commentText)
        .filter(text -> !text.startsWith(SuppressionComments.MARK))
        .reduce((first, last) -> last);
  }

  /** What a comment says, without its marks. */
  static String commentText(Token comment) {
    return comment.text().replaceAll("^/[/*]+|\\*+/$", "").strip();
  }

  Location location(Token first, Token last) {
    int endLine = last.endLine();
    SourceRange range = new SourceRange(
        first.line(),
        first.start() - lineStart(first.line()) + 1,
        endLine,
        last.end() - lineStart(endLine) + 1,
        first.start(),
        last.end());
    return new Location(file.path(), range);
  }
}
