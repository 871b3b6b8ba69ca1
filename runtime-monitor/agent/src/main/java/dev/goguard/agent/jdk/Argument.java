package dev.goguard.agent.jdk;

/**
 * What a hook is given.
 *
 * @param kind where it comes from
 * @param index the number of the parameter, from 1, for {@link Kind#PARAMETER}
 * @param field the field's name, for {@link Kind#FIELD}
 * @param type the descriptor of the field, or null when the class itself declares it
 */
record Argument(Kind kind, int index, String field, String type) {
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
      case "this" -> new Argument(Kind.THIS, 0, null, null);
      case "result", "value" -> new Argument(Kind.TOP, 0, null, null);
      case "saved" -> new Argument(Kind.SAVED, 0, null, null);
      default -> parseNamed(text);
    };
  }

  private static Argument parseNamed(String text) {
    if (text.matches("arg[1-9]")) {
      return new Argument(Kind.PARAMETER, text.charAt(3) - '0', null, null);
    }
    if (text.matches("this\\.[\\w$]+(:[\\w.$]+)?")) {
      String[] parts = text.substring("this.".length()).split(":");
      String type = parts.length == 1 ? null : 'L' + parts[1].replace('.', '/') + ';';
      return new Argument(Kind.FIELD, 0, parts[0], type);
    }
    throw new IllegalArgumentException("unknown argument '" + text + "'");
  }
}
