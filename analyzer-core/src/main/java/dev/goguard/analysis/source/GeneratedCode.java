package dev.goguard.analysis.source;

import java.util.List;
import java.util.Set;

/** Recognises files that a program wrote. */
public final class GeneratedCode {
  private static final Set<String> TYPE_WORDS = Set.of("class", "interface", "enum", "record");

  private GeneratedCode() {}

  /** Whether an annotation {@code Generated}, of whatever package, stands before the first type. */
  public static boolean isMarked(String text) {
    if (!text.contains("Generated")) {
      return false;
    }
    List<Token> code = JavaScanner.scan(text).stream()
        .filter(t -> t.kind() != Token.Kind.COMMENT)
        .toList();
    for (int i = 0; i < code.size() && !TYPE_WORDS.contains(code.get(i).text()); i++) {
      if (i > 0
          && code.get(i).is("Generated")
          && code.get(startOfName(code, i) - 1).is("@")) {
        return true;
      }
    }
    return false;
  }

  private static int startOfName(List<Token> code, int last) {
    int at = last;
    while (at >= 3 && code.get(at - 1).is(".")) {
      at -= 2;
    }
    return at;
  }
}
