package dev.goguard.analysis.suppress;

import dev.goguard.analysis.source.Token;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads {@code // goguard:ignore RuleName reason}. It speaks for its own line, or for the next line
 * of code when it stands alone. Several rules are separated by commas.
 */
final class SuppressionComments {
  static final String MARK = "goguard:ignore";

  private final FileTokens file;

  SuppressionComments(FileTokens file) {
    this.file = file;
  }

  List<Suppression> read() {
    List<Suppression> found = new ArrayList<>();
    for (Token comment : file.comments()) {
      String text = FileTokens.commentText(comment);
      if (text.matches("(?s)" + MARK + "(\\s.*)?")) {
        read(comment, text.substring(MARK.length()).strip(), found);
      }
    }
    return found;
  }

  private void read(Token comment, String namesAndReason, List<Suppression> found) {
    String[] parts = namesAndReason.replaceAll("\\s*,\\s*", ",").split("\\s+", 2);
    String reason = parts.length > 1 ? parts[1] : "";
    int line = targetLine(comment);
    for (String name : parts[0].split(",")) {
      found.add(new Suppression(
          name,
          true,
          reason,
          file.location(comment, comment),
          file.lineStart(line),
          file.lineStart(line + 1)));
    }
  }

  private int targetLine(Token comment) {
    if (file.hasCode(comment.line())) {
      return comment.line();
    }
    return file.code().stream()
        .filter(token -> token.start() >= comment.end())
        .findFirst()
        .map(Token::line)
        .orElse(comment.line());
  }
}
