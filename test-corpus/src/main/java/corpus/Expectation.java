package corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a comment of a sample says must be found on the next line.
 *
 * @param line the line of the finding, from 1
 * @param fragment a part of the message
 */
public record Expectation(int line, String rule, String fragment) {
  private static final Pattern MARK = Pattern.compile("^\\s*// BUG: (\\w+): (.+?)\\s*$");

  /**
   * The expectations of a source text. Comments may follow one another: all are about the first
   * line that is none.
   */
  public static List<Expectation> of(String source) {
    String[] lines = source.split("\\R", -1);
    List<Expectation> found = new ArrayList<>();
    for (int i = 0; i < lines.length; i++) {
      Matcher mark = MARK.matcher(lines[i]);
      if (mark.matches()) {
        found.add(new Expectation(lineBelow(lines, i), mark.group(1), mark.group(2)));
      }
    }
    return found;
  }

  private static int lineBelow(String[] lines, int comment) {
    int at = comment + 1;
    while (at < lines.length && lines[at].strip().startsWith("//")) {
      at++;
    }
    return at + 1;
  }
}
