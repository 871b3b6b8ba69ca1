package dev.goguard.analysis.ir;

import dev.goguard.analysis.ir.Expr.Lambda;
import dev.goguard.analysis.ir.Expr.SwitchValue;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Prints statements, one line each. */
final class StatementPrinter {
  private final IrPrinter out;

  StatementPrinter(IrPrinter out) {
    this.out = out;
  }

  /** The statements of a block, one level deeper. */
  void body(Stmt statement) {
    out.indent(() -> {
      if (statement instanceof Stmt.Block block) {
        block.statements().forEach(this::print);
      } else {
        print(statement);
      }
    });
  }

  private void print(Stmt statement) {
    if (statement instanceof Stmt.Block block) {
      out.line("block", block.range());
      body(block);
    } else if (statement instanceof Stmt.Eval eval) {
      line("eval " + text(eval.expression()), eval, eval.expression());
    } else if (statement instanceof Stmt.Declare declare) {
      String init = declare.init() == null ? "" : " = " + text(declare.init());
      line("local " + IrPrinter.declared(declare.local()) + init, declare, declare.init());
    } else if (statement instanceof Stmt.Return value) {
      line("return" + optional(value.value()), value, value.value());
    } else if (statement instanceof Stmt.Throw thrown) {
      line("throw " + text(thrown.value()), thrown, thrown.value());
    } else if (statement instanceof Stmt.Yield value) {
      line("yield " + text(value.value()), value, value.value());
    } else if (statement instanceof Stmt.Break jump) {
      out.line("break" + label(jump.label()), jump.range());
    } else if (statement instanceof Stmt.Continue jump) {
      out.line("continue" + label(jump.label()), jump.range());
    } else {
      compound(statement);
    }
  }

  private void compound(Stmt statement) {
    if (statement instanceof Stmt.If branch) {
      line("if " + text(branch.condition()), branch, branch.condition());
      body(branch.then());
      if (branch.otherwise() != null) {
        out.line("else", branch.otherwise().range());
        body(branch.otherwise());
      }
    } else if (statement instanceof Stmt.Loop loop) {
      loop(loop);
    } else if (statement instanceof Stmt.Switch choice) {
      choice("switch", choice);
    } else if (statement instanceof Stmt.Try guarded) {
      guarded(guarded);
    } else if (statement instanceof Stmt.Sync sync) {
      line("synchronized " + text(sync.lock()), sync, sync.lock());
      body(sync.body());
    } else if (statement instanceof Stmt.Labeled labeled) {
      out.line("label " + labeled.label(), labeled.range());
      body(labeled.statement());
    }
  }

  private void loop(Stmt.Loop loop) {
    String variable =
        loop.variable() == null ? "" : " " + IrPrinter.declared(loop.variable()) + " in";
    line(
        IrPrinter.lower(loop.kind()) + variable + optional(loop.condition()),
        loop,
        loop.condition());
    if (!loop.init().isEmpty()) {
      out.indent(() -> section("init", loop.init()));
    }
    for (Expr update : loop.update()) {
      out.indent(() -> line("update " + text(update), null, update));
    }
    body(loop.body());
  }

  private void section(String name, List<Stmt> statements) {
    out.line(name, null);
    out.indent(() -> statements.forEach(this::print));
  }

  private void guarded(Stmt.Try guarded) {
    out.line("try", guarded.range());
    if (!guarded.resources().isEmpty()) {
      out.indent(() -> section("resources", guarded.resources()));
    }
    body(guarded.body());
    for (Stmt.Catch handler : guarded.catches()) {
      String types = String.join(" | ", handler.types());
      out.line(
          "catch " + IrPrinter.declared(handler.parameter()) + " of " + types, handler.range());
      body(handler.body());
    }
    if (guarded.finallyBlock() != null) {
      out.line("finally", guarded.finallyBlock().range());
      body(guarded.finallyBlock());
    }
  }

  private void choice(String name, Stmt.Switch choice) {
    String exhaustive = choice.exhaustive() ? " exhaustive" : "";
    line(name + exhaustive + " " + text(choice.selector()), choice, choice.selector());
    out.indent(() -> choice.cases().forEach(this::oneCase));
  }

  private void oneCase(Stmt.Case one) {
    String labels =
        one.labels().stream().map(StatementPrinter::text).collect(Collectors.joining(", "));
    String line = "case"
        + (labels.isEmpty() ? "" : " " + labels)
        + (one.isDefault() ? " default" : "")
        + IrPrinter.list(
            " binds ", one.bindings().stream().map(IrPrinter::declared).toList())
        + (one.guard() == null ? "" : " when " + text(one.guard()))
        + (one.arrow() ? " ->" : " :");
    out.line(line, one.range());
    nested(one.guard());
    out.indent(() -> one.body().forEach(this::print));
  }

  private void line(String text, @Nullable Stmt statement, @Nullable Expr expression) {
    out.line(text, statement == null ? null : statement.range());
    nested(expression);
  }

  /** Prints the bodies that an expression holds. */
  private void nested(@Nullable Expr expression) {
    List<Expr> bodies = new ArrayList<>();
    if (expression != null) {
      ExpressionPrinter.collectBodies(expression, bodies);
    }
    if (!bodies.isEmpty()) {
      out.indent(() -> bodies.forEach(this::nestedBody));
    }
  }

  private void nestedBody(Expr expression) {
    if (expression instanceof Lambda lambda) {
      out.lambda(lambda.body());
    } else if (expression instanceof SwitchValue value) {
      choice("switch-value", value.body());
    }
  }

  private static String text(Expr expression) {
    return ExpressionPrinter.print(expression);
  }

  private static String optional(@Nullable Expr expression) {
    return expression == null ? "" : " " + text(expression);
  }

  private static String label(@Nullable String label) {
    return label == null ? "" : " " + label;
  }
}
