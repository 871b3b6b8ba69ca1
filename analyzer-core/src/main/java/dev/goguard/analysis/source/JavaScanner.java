package dev.goguard.analysis.source;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits Java source into tokens. It never fails: a literal or comment without an end stops at the
 * end of its line or file.
 */
public final class JavaScanner {
  private final String text;
  private int at;
  private int line = 1;

  private JavaScanner(String text) {
    this.text = text;
  }

  /** The tokens of {@code text}, comments included, white space left out. */
  public static List<Token> scan(String text) {
    return new JavaScanner(text).tokens();
  }

  private List<Token> tokens() {
    List<Token> tokens = new ArrayList<>();
    while (at < text.length()) {
      if (Character.isWhitespace(text.charAt(at))) {
        advance(at + 1);
      } else {
        tokens.add(next());
      }
    }
    return tokens;
  }

  private Token next() {
    char c = text.charAt(at);
    if (Character.isJavaIdentifierPart(c) || Character.isSurrogate(c)) {
      return token(Token.Kind.WORD, endOfWord());
    }
    if (text.startsWith("//", at)) {
      return token(Token.Kind.COMMENT, endOfLine(at));
    }
    if (text.startsWith("/*", at)) {
      return token(Token.Kind.COMMENT, after("*/", at + 2));
    }
    if (text.startsWith("\"\"\"", at)) {
      return token(Token.Kind.STRING, endOfTextBlock());
    }
    return switch (c) {
      case '"' -> token(Token.Kind.STRING, endOfLiteral('"'));
      case '\'' -> token(Token.Kind.CHARACTER, endOfLiteral('\''));
      default -> token(Token.Kind.SYMBOL, at + 1);
    };
  }

  private Token token(Token.Kind kind, int end) {
    Token token = new Token(kind, text.substring(at, end), at, line);
    advance(end);
    return token;
  }

  private void advance(int end) {
    for (; at < end; at++) {
      char c = text.charAt(at);
      if (c == '\n' || (c == '\r' && !text.startsWith("\n", at + 1))) {
        line++;
      }
    }
  }

  private int endOfWord() {
    int end = at;
    while (end < text.length() && isWordPart(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isWordPart(char c) {
    return Character.isJavaIdentifierPart(c) || Character.isSurrogate(c);
  }

  private int endOfLine(int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    return end;
  }

  private int after(String mark, int from) {
    int found = text.indexOf(mark, from);
    return found < 0 ? text.length() : found + mark.length();
  }

  private int endOfLiteral(char quote) {
    int limit = endOfLine(at);
    for (int i = at + 1; i < limit; i++) {
      if (text.charAt(i) == '\\') {
        i++;
      } else if (text.charAt(i) == quote) {
        return i + 1;
      }
    }
    return limit;
  }

  private int endOfTextBlock() {
    for (int i = at + 3; i < text.length(); i++) {
      if (text.charAt(i) == '\\') {
        i++;
      } else if (text.startsWith("\"\"\"", i)) {
        return i + 3;
      }
    }
    return text.length();
  }
}
