package dev.goguard.analysis.ir;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Prints expressions in prefix form: {@code operation[details: type](operands)}. A lambda and a
 * switch expression are named only; {@link #collectBodies} finds their bodies.
 */
final class ExpressionPrinter {
  private ExpressionPrinter() {}

  static String print(Expr expression) {
    if (expression instanceof Expr.Literal literal) {
      return literal.value() + ": " + literal.type();
    }
    if (expression instanceof Expr.LocalVar variable) {
      return IrPrinter.used(variable.local());
    }
    if (expression instanceof Expr.This self) {
      return "this(" + self.type() + ")";
    }
    return operation(expression) + "(" + join(operands(expression)) + ")";
  }

  private static String join(List<Expr> operands) {
    return operands.stream().map(ExpressionPrinter::print).collect(Collectors.joining(", "));
  }

  private static String operation(Expr expression) {
    if (expression instanceof Expr.Call call) {
      return head(IrPrinter.lower(call.dispatch()), call.target().toString(), call)
          + IrPrinter.list(" throws ", call.thrown());
    }
    if (expression instanceof Expr.New created) {
      String anonymous = created.anonymousType() == null ? "" : " anonymous";
      return head("new" + anonymous, created.constructor().toString(), created)
          + IrPrinter.list(" throws ", created.thrown());
    }
    if (expression instanceof Expr.Field field) {
      return head(
          field.receiver() == null ? "static-field" : "field", field.field().toString(), field);
    }
    if (expression instanceof Expr.Lambda lambda) {
      return head("lambda", lambda.body().ref().toString(), lambda);
    }
    if (expression instanceof Expr.MethodReference reference) {
      String bound = reference.receiver() == null ? "" : "bound-";
      return head(bound + "method-reference", reference.target().toString(), reference);
    }
    return operator(expression);
  }

  private static String operator(Expr expression) {
    if (expression instanceof Expr.Assign assign) {
      String operator = assign.operator() == null ? "=" : assign.operator() + "=";
      return head(assign.postfix() ? "assign-postfix" : "assign", operator, assign);
    }
    if (expression instanceof Expr.Binary binary) {
      return head("binary", binary.operator(), binary);
    }
    if (expression instanceof Expr.Unary unary) {
      return head("unary", unary.operator(), unary);
    }
    if (expression instanceof Expr.InstanceOf test) {
      return "instanceof["
          + test.testedType()
          + IrPrinter.list(
              " binds ", test.bindings().stream().map(IrPrinter::declared).toList())
          + "]";
    }
    if (expression instanceof Expr.NewArray array) {
      return head(array.initialized() ? "array-of" : "new-array", null, array);
    }
    if (expression instanceof Expr.Other other) {
      return head("other", other.what(), other);
    }
    return head(name(expression), null, expression);
  }

  private static String name(Expr expression) {
    if (expression instanceof Expr.Element) {
      return "element";
    }
    if (expression instanceof Expr.Conditional) {
      return "conditional";
    }
    return expression instanceof Expr.Cast ? "cast" : "switch-value";
  }

  private static String head(String operation, @Nullable String details, Expr expression) {
    return operation + "[" + (details == null ? "" : details + ": ") + expression.type() + "]";
  }

  /** Operands in evaluation order, without the bodies of lambdas and switches. */
  private static List<Expr> operands(Expr expression) {
    if (expression instanceof Expr.Call call) {
      return prepend(call.receiver(), call.arguments());
    }
    if (expression instanceof Expr.New created) {
      return created.arguments();
    }
    if (expression instanceof Expr.Field field) {
      return prepend(field.receiver(), List.of());
    }
    if (expression instanceof Expr.MethodReference reference) {
      return prepend(reference.receiver(), List.of());
    }
    if (expression instanceof Expr.Element element) {
      return List.of(element.array(), element.index());
    }
    if (expression instanceof Expr.Assign assign) {
      return List.of(assign.target(), assign.value());
    }
    return operandsOfOperator(expression);
  }

  private static List<Expr> operandsOfOperator(Expr expression) {
    if (expression instanceof Expr.Binary binary) {
      return List.of(binary.left(), binary.right());
    }
    if (expression instanceof Expr.Unary unary) {
      return List.of(unary.operand());
    }
    if (expression instanceof Expr.Conditional choice) {
      return List.of(choice.condition(), choice.whenTrue(), choice.whenFalse());
    }
    if (expression instanceof Expr.Cast cast) {
      return List.of(cast.operand());
    }
    if (expression instanceof Expr.InstanceOf test) {
      return List.of(test.operand());
    }
    if (expression instanceof Expr.NewArray array) {
      return array.operands();
    }
    return expression instanceof Expr.Other other ? other.operands() : List.of();
  }

  private static List<Expr> prepend(@Nullable Expr first, List<Expr> rest) {
    List<Expr> all = new ArrayList<>();
    if (first != null) {
      all.add(first);
    }
    all.addAll(rest);
    return all;
  }

  /** Finds the lambdas and switch expressions of an expression, not those inside their bodies. */
  static void collectBodies(Expr expression, List<Expr> into) {
    if (expression instanceof Expr.Lambda || expression instanceof Expr.SwitchValue) {
      into.add(expression);
    }
    operands(expression).forEach(operand -> collectBodies(operand, into));
  }
}
