package dev.goguard.analysis.frontend.spoon;

import spoon.reflect.code.BinaryOperatorKind;
import spoon.reflect.code.UnaryOperatorKind;

/** The spelling of operators. */
final class Operators {
  private Operators() {}

  static String binary(BinaryOperatorKind kind) {
    return switch (kind) {
      case OR -> "||";
      case AND -> "&&";
      case BITOR -> "|";
      case BITXOR -> "^";
      case BITAND -> "&";
      case EQ -> "==";
      case NE -> "!=";
      case LT -> "<";
      case GT -> ">";
      case LE -> "<=";
      case GE -> ">=";
      case SL -> "<<";
      case SR -> ">>";
      case USR -> ">>>";
      case PLUS -> "+";
      case MINUS -> "-";
      case MUL -> "*";
      case DIV -> "/";
      case MOD -> "%";
      case INSTANCEOF -> "instanceof";
    };
  }

  /** One character, or two for {@code ++} and {@code --}. */
  static String unary(UnaryOperatorKind kind) {
    return switch (kind) {
      case POS -> "+";
      case NEG -> "-";
      case NOT -> "!";
      case COMPL -> "~";
      case PREINC, POSTINC -> "++";
      case PREDEC, POSTDEC -> "--";
    };
  }

  static boolean isPostfix(UnaryOperatorKind kind) {
    return kind == UnaryOperatorKind.POSTINC || kind == UnaryOperatorKind.POSTDEC;
  }
}
