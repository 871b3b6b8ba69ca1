package dev.goguard.analysis.frontend.spoon;

import dev.goguard.analysis.ir.Local;
import dev.goguard.analysis.ir.Stmt;
import java.util.ArrayList;
import java.util.List;
import spoon.reflect.code.CtCatch;
import spoon.reflect.code.CtCatchVariable;
import spoon.reflect.code.CtExpression;
import spoon.reflect.code.CtResource;
import spoon.reflect.code.CtStatement;
import spoon.reflect.code.CtTry;
import spoon.reflect.code.CtTryWithResource;
import spoon.reflect.reference.CtTypeReference;

/** {@code try} with resources, catch clauses and {@code finally}. */
final class TryLowering {
  private final FileLowering file;

  TryLowering(FileLowering file) {
    this.file = file;
  }

  Stmt lower(CtTry statement) {
    int mark = file.locals.open();
    List<Stmt> resources = resources(statement);
    Stmt.Block body = file.statements.block(statement.getBody());
    file.locals.close(mark);
    List<Stmt.Catch> catches = new ArrayList<>();
    for (CtCatch clause : statement.getCatchers()) {
      catches.add(lower(clause));
    }
    Stmt.Block last =
        statement.getFinalizer() == null ? null : file.statements.block(statement.getFinalizer());
    return new Stmt.Try(resources, body, List.copyOf(catches), last, file.lines.range(statement));
  }

  private List<Stmt> resources(CtTry statement) {
    List<Stmt> resources = new ArrayList<>();
    if (statement instanceof CtTryWithResource withResource) {
      for (CtResource<?> resource : withResource.getResources()) {
        resources.add(resource(resource));
      }
    }
    return List.copyOf(resources);
  }

  private Stmt resource(CtResource<?> resource) {
    return resource instanceof CtExpression<?> expression
        ? new Stmt.Eval(file.expressions.lower(expression), file.lines.range(resource))
        : file.statements.lower((CtStatement) resource);
  }

  private Stmt.Catch lower(CtCatch clause) {
    int mark = file.locals.open();
    CtCatchVariable<?> variable = clause.getParameter();
    List<String> types = new ArrayList<>();
    for (CtTypeReference<?> type : variable.getMultiTypes()) {
      types.add(file.types.mention(type));
    }
    Local parameter = file.locals.declare(
        variable.getSimpleName(),
        types.size() == 1 ? types.get(0) : file.types.of(variable.getType()),
        file.lines.range(variable));
    Stmt.Block body = file.statements.block(clause.getBody());
    file.locals.close(mark);
    return new Stmt.Catch(parameter, List.copyOf(types), body, file.lines.range(clause));
  }
}
