package dev.goguard.analysis.report;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns Markdown into text for a terminal: headings in capitals, code indented, marks of emphasis
 * dropped.
 */
public final class PlainMarkdown {
  private static final Pattern EMPHASIS = Pattern.compile("\\*\\*([^*]+)\\*\\*|`([^`]+)`");
  private static final Pattern LINK = Pattern.compile("\\[([^]]+)]\\(([^)]+)\\)");

  private PlainMarkdown() {}

  public static String of(String markdown) {
    StringBuilder out = new StringBuilder();
    boolean code = false;
    for (String line : markdown.lines().toList()) {
      if (line.startsWith("```")) {
        code = !code;
      } else {
        out.append(code ? codeLine(line) : textLine(line)).append('\n');
      }
    }
    return out.toString();
  }

  private static String codeLine(String line) {
    return line.isEmpty() ? "" : "    " + line;
  }

  private static String textLine(String line) {
    if (line.startsWith("# ")) {
      return line.substring(2);
    }
    if (line.startsWith("#")) {
      return line.replaceFirst("#+\\s*", "").toUpperCase(Locale.ROOT);
    }
    if (line.startsWith("|")) {
      return line.replace('`', ' '); // the columns stay aligned
    }
    String plain = EMPHASIS.matcher(line).replaceAll(m -> quote(m.group(1), m.group(2)));
    return LINK.matcher(plain).replaceAll("$1 ($2)");
  }

  private static String quote(String bold, String code) {
    return Matcher.quoteReplacement(bold != null ? bold : code);
  }
}
