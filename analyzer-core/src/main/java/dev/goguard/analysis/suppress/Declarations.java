package dev.goguard.analysis.suppress;

import dev.goguard.analysis.source.Token;
import java.util.List;

/** Finds where a declaration begins and ends, from an annotation among its modifiers. */
final class Declarations {
  private Declarations() {}

  /** Index of the first modifier of the declaration that has the annotation at {@code index}. */
  static int first(List<Token> code, int index) {
    int at = index;
    while (at > 0 && !endsDeclaration(code.get(at - 1))) {
      at = code.get(at - 1).is(")") ? opening(code, at - 1) : at - 1;
    }
    return at;
  }

  private static boolean endsDeclaration(Token token) {
    return token.is(";") || token.is("{") || token.is("}") || token.is("(") || token.is(",");
  }

  /**
   * Index of the last token of the declaration whose rest starts at {@code index}: the body's
   * brace, the semicolon, or what precedes the end of a parameter list or try head.
   */
  static int last(List<Token> code, int index) {
    boolean initialized = false;
    for (int i = index; i < code.size(); i++) {
      Token token = code.get(i);
      if (token.is("{") && !initialized) {
        return closing(code, i);
      }
      if (token.is(";")) {
        return i;
      }
      if (token.is(")") || token.is("}")) {
        return i - 1;
      }
      initialized |= token.is("=");
      i = opens(token) ? closing(code, i) : i;
    }
    return code.size() - 1;
  }

  /** Index of the bracket that closes the one at {@code open}, or of the last token. */
  static int closing(List<Token> code, int open) {
    int depth = 0;
    for (int i = open; i < code.size(); i++) {
      depth += opens(code.get(i)) ? 1 : closes(code.get(i)) ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return code.size() - 1;
  }

  private static int opening(List<Token> code, int close) {
    int depth = 0;
    for (int i = close; i >= 0; i--) {
      depth += closes(code.get(i)) ? 1 : opens(code.get(i)) ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return 0;
  }

  private static boolean opens(Token token) {
    return token.is("(") || token.is("[") || token.is("{");
  }

  private static boolean closes(Token token) {
    return token.is(")") || token.is("]") || token.is("}");
  }
}
