package dev.goguard.analysis.model;

/**
 * Which of a call's values an effect is about.
 *
 * @param index argument from 0, or one of the constants
 */
public record Operand(int index) {
  public static final Operand RECEIVER = new Operand(-1);
  public static final Operand RESULT = new Operand(-2);

  /** The first parameter that takes a task: {@code Runnable}, {@code Callable} and the like. */
  public static final Operand TASK = new Operand(-3);

  static Operand parse(String text) {
    return switch (text) {
      case "receiver" -> RECEIVER;
      case "return" -> RESULT;
      case "task" -> TASK;
      default -> new Operand(argument(text));
    };
  }

  private static int argument(String text) {
    if (!text.matches("arg[0-9]")) {
      throw new IllegalArgumentException(
          "'" + text + "' is no operand; use receiver, return, task or arg0 to arg9");
    }
    return text.charAt(3) - '0';
  }
}
