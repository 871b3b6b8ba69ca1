package dev.goguard.analysis.dataflow;

import dev.goguard.analysis.event.AccessPath;
import dev.goguard.analysis.ir.Expr;
import dev.goguard.analysis.ir.Local;
import dev.goguard.analysis.program.Body;
import dev.goguard.analysis.program.Values;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A condition that has the same value each time it is tested, until something it reads is written.
 *
 * @param key equal for conditions that test the same, up to negation
 * @param positive whether it holds when {@code key} does
 * @param reads the variables that it depends on
 */
public record Condition(String key, boolean positive, Set<AccessPath> reads) {

  /** Null for conditions that may change by themselves, such as the result of a call. */
  static @Nullable Condition of(Body body, Expr expr, Values values) {
    if (expr instanceof Expr.Binary binary) {
      boolean negated = binary.operator().equals("!=");
      String operator = negated ? "==" : binary.operator();
      if (operator.equals("==") && binary.right() instanceof Expr.Literal right) {
        if (right.type().equals("boolean")) {
          Condition inner = of(body, binary.left(), values);
          boolean flips = negated == right.value().equals("true");
          return inner == null || !flips ? inner : inner.negated();
        }
      }
      Set<AccessPath> reads = new HashSet<>();
      String left = text(body, binary.left(), values, reads);
      String right = text(body, binary.right(), values, reads);
      return left == null || right == null
          ? null
          : new Condition(left + " " + operator + " " + right, !negated, reads);
    }
    Set<AccessPath> reads = new HashSet<>();
    String text = text(body, expr, values, reads);
    return text == null ? null : new Condition(text, true, reads);
  }

  private Condition negated() {
    return new Condition(key, !positive, reads);
  }

  static String name(Local local) {
    return local.name() + "#" + local.index();
  }

  private static @Nullable String text(Body body, Expr expr, Values values, Set<AccessPath> reads) {
    if (expr instanceof Expr.Literal literal) {
      return literal.value();
    } else if (expr instanceof Expr.LocalVar variable) {
      reads.add(AccessPath.of(variable.local()));
      return name(variable.local());
    } else if (expr instanceof Expr.Field) {
      AccessPath path = values.path(body, expr);
      reads.add(path);
      return path.isNamed() ? path.toString() : null;
    } else if (expr instanceof Expr.Assign assign && assign.operator() == null) {
      return text(body, assign.target(), values, reads);
    } else if (expr instanceof Expr.InstanceOf test) {
      String operand = text(body, test.operand(), values, reads);
      return operand == null ? null : operand + " is " + test.testedType();
    }
    return null;
  }
}
