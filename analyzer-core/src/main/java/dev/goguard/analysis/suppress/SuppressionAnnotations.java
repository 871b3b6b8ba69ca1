package dev.goguard.analysis.suppress;

import dev.goguard.analysis.source.Token;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads {@code @SuppressWarnings("RuleName")} from the text, on any declaration, local variables
 * included. The names must be string literals. The reason is the comment that ends the annotation's
 * line or stands alone on the line above.
 */
final class SuppressionAnnotations {
  private static final String PREFIX = "goguard:";

  private final FileTokens file;
  private final List<Token> code;

  SuppressionAnnotations(FileTokens file) {
    this.file = file;
    this.code = file.code();
  }

  List<Suppression> read() {
    List<Suppression> found = new ArrayList<>();
    for (int i = 0; i < code.size(); i++) {
      if (code.get(i).is("SuppressWarnings")
          && code.size() > i + 1
          && code.get(i + 1).is("(")) {
        int at = startOfName(i);
        if (at > 0 && code.get(at - 1).is("@")) {
          read(at - 1, i + 1, found);
        }
      }
    }
    return found;
  }

  /** Index of the first word of a qualified name that ends at {@code last}. */
  private int startOfName(int last) {
    int at = last;
    while (at >= 2 && code.get(at - 1).is(".")) {
      at -= 2;
    }
    return at;
  }

  private void read(int first, int open, List<Suppression> found) {
    int close = Declarations.closing(code, open);
    int from = code.get(Declarations.first(code, first)).start();
    int to = code.get(Declarations.last(code, close + 1)).end();
    String reason = file.reason(code.get(first).line(), code.get(close).line());
    for (Token token : code.subList(open, close)) {
      if (token.kind() == Token.Kind.STRING) {
        String name = token.text().replace("\"", "");
        found.add(new Suppression(
            name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name,
            name.startsWith(PREFIX),
            reason,
            file.location(code.get(first), code.get(close)),
            from,
            to));
      }
    }
  }
}
