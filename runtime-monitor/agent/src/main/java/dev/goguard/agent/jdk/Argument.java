package dev.goguard.agent.jdk;

/**
 * What a hook is given.
 *
 * @param kind where it comes from
 * @param index the number of the parameter, from 1, for {@link Kind#PARAMETER}
 * @param field the field's name, for {@link Kind#FIELD}
 */
record Argument(Kind kind, int index, String field) {
  /** Where an argument comes from. */
  enum Kind {
    /** The receiver of the method. */
    THIS,
    /** A parameter of the method. */
    PARAMETER,
    /** A field of the receiver. */
    FIELD,
    /** What is on top of the stack: the result, or the last argument of a call. */
    TOP,
    /** What a place {@code first:} has kept. */
    SAVED
  }

  static Argument parse(String text) {
    return switch (text) {
      case "this" -> new Argument(Kind.THIS, 0, null);
      case "result", "value" -> new Argument(Kind.TOP, 0, null);
      case "saved" -> new Argument(Kind.SAVED, 0, null);
      default -> parseNamed(text);
    };
  }

  private static Argument parseNamed(String text) {
    if (text.matches("arg[1-9]")) {
      return new Argument(Kind.PARAMETER, text.charAt(3) - '0', null);
    }
    if (text.matches("this\\.[\\w$]+")) {
      return new Argument(Kind.FIELD, 0, text.substring("this.".length()));
    }
    throw new IllegalArgumentException("unknown argument '" + text + "'");
  }
}
