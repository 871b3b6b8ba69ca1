package dev.goguard.analysis.frontend.spoon;

import dev.goguard.analysis.ir.Expr;
import dev.goguard.analysis.ir.Local;
import dev.goguard.analysis.ir.Stmt;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import spoon.reflect.code.CtDo;
import spoon.reflect.code.CtExpression;
import spoon.reflect.code.CtFor;
import spoon.reflect.code.CtForEach;
import spoon.reflect.code.CtLoop;
import spoon.reflect.code.CtStatement;
import spoon.reflect.code.CtWhile;

/** Loops; their parts are lowered in source order. */
final class LoopLowering {
  private final FileLowering file;

  LoopLowering(FileLowering file) {
    this.file = file;
  }

  Stmt lower(CtWhile loop) {
    Expr condition = file.expressions.lower(loop.getLoopingExpression());
    return simple(Stmt.LoopKind.WHILE, condition, body(loop), loop);
  }

  Stmt lower(CtDo loop) {
    Stmt body = body(loop);
    Expr condition = file.expressions.lower(loop.getLoopingExpression());
    return simple(Stmt.LoopKind.DO, condition, body, loop);
  }

  private Stmt simple(Stmt.LoopKind kind, Expr condition, Stmt body, CtLoop loop) {
    return new Stmt.Loop(kind, List.of(), condition, List.of(), null, body, file.lines.range(loop));
  }

  Stmt lower(CtFor loop) {
    int mark = file.locals.open();
    List<Stmt> init = file.statements.list(loop.getForInit());
    CtExpression<Boolean> written = loop.getExpression();
    @Nullable Expr condition = written == null ? null : file.expressions.lower(written);
    List<Expr> update = new ArrayList<>();
    for (CtStatement statement : loop.getForUpdate()) {
      if (statement instanceof CtExpression<?> expression) {
        update.add(file.expressions.lower(expression));
      }
    }
    Stmt body = body(loop);
    file.locals.close(mark);
    return new Stmt.Loop(
        Stmt.LoopKind.FOR,
        init,
        condition,
        List.copyOf(update),
        null,
        body,
        file.lines.range(loop));
  }

  Stmt lower(CtForEach loop) {
    int mark = file.locals.open();
    Local variable = file.expressions.declare(loop.getVariable());
    Expr iterated = file.expressions.lower(loop.getExpression());
    Stmt body = body(loop);
    file.locals.close(mark);
    return new Stmt.Loop(
        Stmt.LoopKind.FOR_EACH,
        List.of(),
        iterated,
        List.of(),
        variable,
        body,
        file.lines.range(loop));
  }

  private Stmt body(CtLoop loop) {
    return file.statements.lower(loop.getBody());
  }
}
