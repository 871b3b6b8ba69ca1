package dev.goguard.agent.scope;

import java.util.regex.Pattern;

/**
 * A pattern of class names.
 *
 * <p>It is a class name with dots, in which {@code *} stands for any characters but dots and
 * {@code **} for any at all: {@code com.shop.Cart}, {@code com.shop.*}, {@code com.shop.**},
 * {@code **.generated.*}. A pattern of a class also means the classes nested in it.
 *
 * @param text as it was written
 * @param names the names it means
 */
public record ClassPattern(String text, Pattern names) {
  private static final Pattern SYNTAX =
      Pattern.compile("[\\p{javaJavaIdentifierPart}*]+(\\.[\\p{javaJavaIdentifierPart}*]+)*");

  /** Reads a pattern; the message of the exception is for the user. */
  public static ClassPattern parse(String text) {
    if (!SYNTAX.matcher(text).matches() || text.contains("***")) {
      throw new IllegalArgumentException(
          "bad pattern \"" + text + "\"; write a class name with dots, * and **");
    }
    return new ClassPattern(text, Pattern.compile(regex(text) + "(\\$.*)?"));
  }

  private static String regex(String text) {
    return Pattern.quote(text)
        .replace("**", "\\E.\0\\Q")
        .replace("*", "\\E[^.]*\\Q")
        .replace("\0", "*");
  }

  /** Whether it means a class, given by its name with dots. */
  public boolean matches(String className) {
    return names.matcher(className).matches();
  }
}
