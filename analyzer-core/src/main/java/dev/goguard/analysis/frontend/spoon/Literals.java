package dev.goguard.analysis.frontend.spoon;

import dev.goguard.analysis.ir.Expr;
import dev.goguard.analysis.ir.SourceRange;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import spoon.reflect.code.CtLiteral;

/** Constants in canonical form. */
final class Literals {
  private static final Map<Class<?>, String> PRIMITIVES = Map.of(
      Integer.class, "int",
      Long.class, "long",
      Short.class, "short",
      Byte.class, "byte",
      Character.class, "char",
      Boolean.class, "boolean",
      Float.class, "float",
      Double.class, "double");

  private Literals() {}

  static Expr of(CtLiteral<?> literal, SourceRange range) {
    Object value = literal.getValue();
    return new Expr.Literal(canonical(value), type(value), range);
  }

  private static String type(@Nullable Object value) {
    return value == null
        ? "null"
        : PRIMITIVES.getOrDefault(value.getClass(), value.getClass().getName());
  }

  private static String canonical(@Nullable Object value) {
    if (value instanceof String text) {
      return quote(text, '"');
    }
    return value instanceof Character c ? quote(c.toString(), '\'') : String.valueOf(value);
  }

  private static String quote(String text, char quote) {
    StringBuilder quoted = new StringBuilder().append(quote);
    for (int i = 0; i < text.length(); i++) {
      quoted.append(escape(text.charAt(i), quote));
    }
    return quoted.append(quote).toString();
  }

  private static String escape(char c, char quote) {
    return switch (c) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      case '\\' -> "\\\\";
      default ->
        c == quote ? "\\" + c : isPrintable(c) ? "" + c : String.format("\\u%04x", (int) c);
    };
  }

  private static boolean isPrintable(char c) {
    return c >= ' ' && c <= '~';
  }
}
