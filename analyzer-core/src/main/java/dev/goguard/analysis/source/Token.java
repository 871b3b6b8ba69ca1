package dev.goguard.analysis.source;

/**
 * A token of a Java file.
 *
 * @param text as written, quotes and comment marks included
 * @param start offset of the first character
 * @param line of the first character, from 1
 */
public record Token(Kind kind, String text, int start, int line) {
  /** The kinds of token. */
  public enum Kind {
    /** An identifier, keyword or number. */
    WORD,
    /** A string literal or text block. */
    STRING,
    /** A character literal. */
    CHARACTER,
    /** Any other single character. */
    SYMBOL,
    /** A comment of either form. */
    COMMENT
  }

  /** Offset just after the last character. */
  public int end() {
    return start + text.length();
  }

  public boolean is(String expected) {
    return (kind == Kind.SYMBOL || kind == Kind.WORD) && text.equals(expected);
  }

  /** The line of the last character. */
  public int endLine() {
    return line
        + (int) text.replace("\r\n", "\n")
            .chars()
            .filter(c -> c == '\n' || c == '\r')
            .count();
  }
}
