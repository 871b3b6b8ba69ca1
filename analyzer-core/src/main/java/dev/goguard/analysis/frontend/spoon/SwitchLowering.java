package dev.goguard.analysis.frontend.spoon;

import dev.goguard.analysis.ir.Expr;
import dev.goguard.analysis.ir.Local;
import dev.goguard.analysis.ir.SourceRange;
import dev.goguard.analysis.ir.Stmt;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import spoon.reflect.code.CaseKind;
import spoon.reflect.code.CtAbstractSwitch;
import spoon.reflect.code.CtBlock;
import spoon.reflect.code.CtBreak;
import spoon.reflect.code.CtCase;
import spoon.reflect.code.CtCasePattern;
import spoon.reflect.code.CtExpression;
import spoon.reflect.code.CtLiteral;
import spoon.reflect.code.CtStatement;
import spoon.reflect.code.CtYieldStatement;
import spoon.reflect.cu.SourcePosition;

/** Switches, as statement and as expression. */
final class SwitchLowering {
  private final FileLowering file;

  SwitchLowering(FileLowering file) {
    this.file = file;
  }

  Stmt.Switch lower(CtAbstractSwitch<?> written, boolean isExpression, SourceRange range) {
    Expr selector = file.expressions.lower(written.getSelector());
    int mark = file.locals.open();
    List<Stmt.Case> cases = new ArrayList<>();
    boolean exhaustive = isExpression;
    for (CtCase<?> one : written.getCases()) {
      Stmt.Case lowered = lower(one, isExpression);
      cases.add(lowered);
      exhaustive |=
          lowered.isDefault() || lowered.labels().stream().anyMatch(Expr.Other.class::isInstance);
    }
    file.locals.close(mark);
    return new Stmt.Switch(selector, List.copyOf(cases), exhaustive, range);
  }

  private Stmt.Case lower(CtCase<?> written, boolean isExpression) {
    boolean arrow = written.getCaseKind() == CaseKind.ARROW;
    int mark = file.locals.open();
    List<Local> bindings = new ArrayList<>();
    List<Expr> labels = new ArrayList<>();
    for (CtExpression<?> label : written.getCaseExpressions()) {
      labels.add(label(label, bindings));
    }
    CtExpression<?> when = guard(written);
    @Nullable Expr guard = when == null ? null : file.expressions.lower(when);
    List<Stmt> body = file.statements.list(body(written, when, isExpression));
    if (arrow) {
      file.locals.close(mark);
    }
    return new Stmt.Case(
        List.copyOf(labels),
        labels.isEmpty() || written.getIncludesDefault(),
        List.copyOf(bindings),
        guard,
        arrow,
        body,
        file.lines.range(written));
  }

  /** Spoon takes a guard that could be a statement, such as a call, for the first of the body. */
  private @Nullable CtExpression<?> guard(CtCase<?> written) {
    if (written.getGuard() != null || written.getStatements().isEmpty()) {
      return written.getGuard();
    }
    CtStatement first = written.getStatements().get(0);
    return first instanceof CtExpression<?> guard && isGuard(written, first) ? guard : null;
  }

  private boolean isGuard(CtCase<?> written, CtStatement first) {
    SourcePosition label = written.getCaseExpressions().stream()
        .filter(CtCasePattern.class::isInstance)
        .map(pattern -> ((CtCasePattern) pattern).getPattern().getPosition())
        .findFirst()
        .orElse(SourcePosition.NOPOSITION);
    SourcePosition start = first.getPosition();
    return label.isValidPosition()
        && start.isValidPosition()
        && file.lines.text(label.getSourceEnd() + 1, start.getSourceStart()).startsWith("when");
  }

  /** Spoon completes the body of {@code case ->}: an implicit block, break or yield. */
  private static List<CtStatement> body(
      CtCase<?> written, @Nullable CtExpression<?> guard, boolean isExpression) {
    List<CtStatement> statements = new ArrayList<>();
    for (CtStatement statement : written.getStatements()) {
      if (statement == guard) {
        continue;
      }
      if (!statement.isImplicit()) {
        statements.add(statement);
      } else if (statement instanceof CtBlock<?> wrapper) {
        statements.addAll(wrapper.getStatements());
      } else if (statement instanceof CtYieldStatement value) {
        statements.add(isExpression ? value : (CtStatement) value.getExpression());
      } else if (!(statement instanceof CtBreak)) {
        statements.add(statement);
      }
    }
    return statements;
  }

  private Expr label(CtExpression<?> label, List<Local> bindings) {
    if (label instanceof CtCasePattern pattern) {
      return file.expressions.patterns.label(pattern.getPattern(), bindings);
    }
    if (label instanceof CtLiteral<?> literal && literal.getValue() == null) {
      return new Expr.Other("null", List.of(), "null", file.lines.range(label));
    }
    return file.expressions.lower(label);
  }
}
