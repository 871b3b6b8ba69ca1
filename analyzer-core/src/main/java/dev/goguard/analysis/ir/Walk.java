package dev.goguard.analysis.ir;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Goes through the IR in source order. Does not enter the bodies of lambdas unless asked to. */
public final class Walk {
  private Walk() {}

  /** Every statement below {@code root}, itself first; those inside switch expressions too. */
  public static void statements(@Nullable Stmt root, Consumer<Stmt> visit) {
    walk(root, visit, e -> {});
  }

  /** Every expression below {@code root}, an expression before its operands. */
  public static void expressions(@Nullable Stmt root, Consumer<Expr> visit) {
    walk(root, s -> {}, visit);
  }

  /** Every expression below {@code root} and below the lambdas in it. */
  public static void expressionsAndLambdas(@Nullable Stmt root, Consumer<Expr> visit) {
    expressions(root, e -> {
      visit.accept(e);
      if (e instanceof Expr.Lambda lambda) {
        expressionsAndLambdas(lambda.body().body(), visit);
      }
    });
  }

  /** Every expression below {@code root}, itself first. */
  public static void expressions(Expr root, Consumer<Expr> visit) {
    visit.accept(root);
    operands(root).forEach(e -> expressions(e, visit));
    if (root instanceof Expr.SwitchValue value) {
      expressions((Stmt) value.body(), visit);
    }
  }

  private static void walk(@Nullable Stmt root, Consumer<Stmt> onStmt, Consumer<Expr> onExpr) {
    if (root == null) {
      return;
    }
    onStmt.accept(root);
    for (Expr expr : ownExpressions(root)) {
      expressions(expr, e -> enter(e, onStmt, onExpr));
    }
    children(root).forEach(s -> walk(s, onStmt, onExpr));
  }

  private static void enter(Expr expr, Consumer<Stmt> onStmt, Consumer<Expr> onExpr) {
    onExpr.accept(expr);
    if (expr instanceof Expr.SwitchValue value) {
      statements(value.body(), onStmt);
    }
  }

  /** The operands of an expression in evaluation order. */
  public static List<Expr> operands(Expr expr) {
    if (expr instanceof Expr.Call call) {
      return withReceiver(call.receiver(), call.arguments());
    } else if (expr instanceof Expr.New created) {
      return created.arguments();
    } else if (expr instanceof Expr.Field field) {
      return withReceiver(field.receiver(), List.of());
    } else if (expr instanceof Expr.Element element) {
      return List.of(element.array(), element.index());
    } else if (expr instanceof Expr.Assign assign) {
      return List.of(assign.target(), assign.value());
    } else if (expr instanceof Expr.Binary binary) {
      return List.of(binary.left(), binary.right());
    } else if (expr instanceof Expr.Unary unary) {
      return List.of(unary.operand());
    } else if (expr instanceof Expr.Conditional choice) {
      return List.of(choice.condition(), choice.whenTrue(), choice.whenFalse());
    } else if (expr instanceof Expr.Cast cast) {
      return List.of(cast.operand());
    } else if (expr instanceof Expr.InstanceOf test) {
      return List.of(test.operand());
    } else if (expr instanceof Expr.NewArray array) {
      return array.operands();
    } else if (expr instanceof Expr.MethodReference reference) {
      return withReceiver(reference.receiver(), List.of());
    } else if (expr instanceof Expr.Other other) {
      return other.operands();
    }
    return List.of();
  }

  private static List<Expr> withReceiver(@Nullable Expr receiver, List<Expr> arguments) {
    if (receiver == null) {
      return arguments;
    }
    var all = new ArrayList<Expr>(arguments.size() + 1);
    all.add(receiver);
    all.addAll(arguments);
    return all;
  }

  /** The expressions that stand directly in a statement. */
  public static List<Expr> ownExpressions(Stmt stmt) {
    if (stmt instanceof Stmt.Eval eval) {
      return List.of(eval.expression());
    } else if (stmt instanceof Stmt.Declare declare) {
      return optional(declare.init());
    } else if (stmt instanceof Stmt.If choice) {
      return List.of(choice.condition());
    } else if (stmt instanceof Stmt.Loop loop) {
      return withReceiver(loop.condition(), loop.update());
    } else if (stmt instanceof Stmt.Switch choice) {
      return switchExpressions(choice);
    } else if (stmt instanceof Stmt.Sync sync) {
      return List.of(sync.lock());
    } else if (stmt instanceof Stmt.Return result) {
      return optional(result.value());
    } else if (stmt instanceof Stmt.Throw thrown) {
      return List.of(thrown.value());
    } else if (stmt instanceof Stmt.Yield yield) {
      return List.of(yield.value());
    }
    return List.of();
  }

  private static List<Expr> optional(@Nullable Expr expr) {
    return expr == null ? List.of() : List.of(expr);
  }

  private static List<Expr> switchExpressions(Stmt.Switch choice) {
    var all = new ArrayList<Expr>();
    all.add(choice.selector());
    for (Stmt.Case branch : choice.cases()) {
      all.addAll(branch.labels());
      all.addAll(optional(branch.guard()));
    }
    return all;
  }

  /** The statements directly below a statement, in source order. */
  public static List<Stmt> children(Stmt stmt) {
    if (stmt instanceof Stmt.Block block) {
      return block.statements();
    } else if (stmt instanceof Stmt.If choice) {
      return present(choice.then(), choice.otherwise());
    } else if (stmt instanceof Stmt.Loop loop) {
      return concat(loop.init(), List.of(loop.body()));
    } else if (stmt instanceof Stmt.Switch choice) {
      return choice.cases().stream().map(Stmt.Case::body).flatMap(List::stream).toList();
    } else if (stmt instanceof Stmt.Try attempt) {
      return tryChildren(attempt);
    } else if (stmt instanceof Stmt.Sync sync) {
      return List.of(sync.body());
    } else if (stmt instanceof Stmt.Labeled labeled) {
      return List.of(labeled.statement());
    }
    return List.of();
  }

  private static List<Stmt> tryChildren(Stmt.Try attempt) {
    var all = new ArrayList<>(attempt.resources());
    all.add(attempt.body());
    attempt.catches().forEach(c -> all.add(c.body()));
    if (attempt.finallyBlock() != null) {
      all.add(attempt.finallyBlock());
    }
    return all;
  }

  private static List<Stmt> present(Stmt first, @Nullable Stmt second) {
    return second == null ? List.of(first) : List.of(first, second);
  }

  private static List<Stmt> concat(List<Stmt> first, List<Stmt> second) {
    var all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }

  /** The first non-null answer for an expression below {@code root}, lambdas included. */
  public static <T> @Nullable T first(@Nullable Stmt root, Function<Expr, @Nullable T> question) {
    var answer = new ArrayList<T>(1);
    expressionsAndLambdas(root, e -> {
      T found = answer.isEmpty() ? question.apply(e) : null;
      if (found != null) {
        answer.add(found);
      }
    });
    return answer.isEmpty() ? null : answer.get(0);
  }
}
