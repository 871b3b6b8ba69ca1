package dev.goguard.analysis.frontend.spoon;

import dev.goguard.analysis.ir.Expr;
import dev.goguard.analysis.ir.Local;
import dev.goguard.analysis.ir.MethodRef;
import dev.goguard.analysis.ir.SourceRange;
import dev.goguard.analysis.ir.Stmt;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import spoon.reflect.code.CtAssert;
import spoon.reflect.code.CtBlock;
import spoon.reflect.code.CtBreak;
import spoon.reflect.code.CtContinue;
import spoon.reflect.code.CtDo;
import spoon.reflect.code.CtExpression;
import spoon.reflect.code.CtFor;
import spoon.reflect.code.CtForEach;
import spoon.reflect.code.CtIf;
import spoon.reflect.code.CtInvocation;
import spoon.reflect.code.CtLocalVariable;
import spoon.reflect.code.CtReturn;
import spoon.reflect.code.CtStatement;
import spoon.reflect.code.CtSwitch;
import spoon.reflect.code.CtSynchronized;
import spoon.reflect.code.CtThrow;
import spoon.reflect.code.CtTry;
import spoon.reflect.code.CtTryWithResource;
import spoon.reflect.code.CtWhile;
import spoon.reflect.code.CtYieldStatement;
import spoon.reflect.declaration.CtClass;
import spoon.reflect.declaration.CtEnum;
import spoon.reflect.declaration.CtInterface;
import spoon.reflect.declaration.CtRecord;
import spoon.reflect.declaration.CtType;
import spoon.reflect.visitor.CtAbstractVisitor;

/**
 * Statements. Each visit method leaves its result in {@link #result}; a declaration of a class
 * leaves none.
 */
final class StatementLowering extends CtAbstractVisitor {
  private static final Stmt.Block EMPTY = new Stmt.Block(List.of(), SourceRange.NONE);
  private static final String ASSERTION_ERROR = "java.lang.AssertionError";

  private final FileLowering file;
  private final LoopLowering loops;
  private final TryLowering tries;
  private @Nullable Stmt result;

  StatementLowering(FileLowering file) {
    this.file = file;
    loops = new LoopLowering(file);
    tries = new TryLowering(file);
  }

  /** A statement where the grammar wants one; nothing becomes an empty block. */
  Stmt lower(@Nullable CtStatement statement) {
    Stmt lowered = statement == null ? null : lowerAny(unwrap(statement));
    return lowered == null ? EMPTY : lowered;
  }

  /** The statement, or null for one that the IR does not have. */
  @Nullable
  Stmt lowerAny(CtStatement statement) {
    if (statement.isImplicit() && statement instanceof CtInvocation<?>) {
      return null;
    }
    result = null;
    if (statement instanceof CtExpression<?> expression) {
      result = new Stmt.Eval(file.expressions.lower(expression), range(statement));
    } else {
      statement.accept(this);
    }
    Stmt lowered = result;
    result = null;
    return lowered == null || statement.getLabel() == null
        ? lowered
        : new Stmt.Labeled(statement.getLabel(), lowered, range(statement));
  }

  /** Spoon wraps a single statement into an implicit block. */
  private static CtStatement unwrap(CtStatement statement) {
    if (statement.isImplicit()
        && statement.getLabel() == null
        && statement instanceof CtBlock<?> block
        && block.getStatements().size() == 1) {
      return block.getStatement(0);
    }
    return statement;
  }

  Stmt.Block block(@Nullable CtBlock<?> block) {
    if (block == null) {
      return EMPTY;
    }
    int mark = file.locals.open();
    List<Stmt> statements = list(block.getStatements());
    file.locals.close(mark);
    return new Stmt.Block(statements, range(block));
  }

  List<Stmt> list(List<? extends CtStatement> statements) {
    List<Stmt> lowered = new ArrayList<>();
    for (CtStatement statement : statements) {
      Stmt one = lowerAny(statement);
      if (one != null) {
        lowered.add(one);
      }
    }
    return List.copyOf(lowered);
  }

  private SourceRange range(CtStatement statement) {
    return file.lines.range(statement);
  }

  private @Nullable Expr value(@Nullable CtExpression<?> expression) {
    return expression == null ? null : file.expressions.lower(expression);
  }

  @Override
  public <R> void visitCtBlock(CtBlock<R> block) {
    result = block(block);
  }

  @Override
  public <T> void visitCtLocalVariable(CtLocalVariable<T> variable) {
    CtExpression<?> init = variable.getDefaultExpression();
    Local local = file.expressions.declare(variable);
    result = new Stmt.Declare(local, value(init), range(variable));
  }

  @Override
  public void visitCtIf(CtIf statement) {
    Expr condition = file.expressions.lower(statement.getCondition());
    Stmt then = lower(statement.getThenStatement());
    CtStatement otherwise = statement.getElseStatement();
    result =
        new Stmt.If(condition, then, otherwise == null ? null : lower(otherwise), range(statement));
  }

  @Override
  public void visitCtWhile(CtWhile loop) {
    result = loops.lower(loop);
  }

  @Override
  public void visitCtDo(CtDo loop) {
    result = loops.lower(loop);
  }

  @Override
  public void visitCtFor(CtFor loop) {
    result = loops.lower(loop);
  }

  @Override
  public void visitCtForEach(CtForEach loop) {
    result = loops.lower(loop);
  }

  @Override
  public <S> void visitCtSwitch(CtSwitch<S> statement) {
    result = file.expressions.switches.lower(statement, false, range(statement));
  }

  @Override
  public void visitCtTry(CtTry statement) {
    result = tries.lower(statement);
  }

  @Override
  public void visitCtTryWithResource(CtTryWithResource statement) {
    result = tries.lower(statement);
  }

  @Override
  public void visitCtSynchronized(CtSynchronized statement) {
    Expr lock = file.expressions.lower(statement.getExpression());
    result = new Stmt.Sync(lock, block(statement.getBlock()), range(statement));
  }

  @Override
  public <R> void visitCtReturn(CtReturn<R> statement) {
    result = new Stmt.Return(value(statement.getReturnedExpression()), range(statement));
  }

  @Override
  public void visitCtThrow(CtThrow statement) {
    result =
        new Stmt.Throw(file.expressions.lower(statement.getThrownExpression()), range(statement));
  }

  @Override
  public void visitCtBreak(CtBreak statement) {
    result = new Stmt.Break(statement.getTargetLabel(), range(statement));
  }

  @Override
  public void visitCtContinue(CtContinue statement) {
    result = new Stmt.Continue(statement.getTargetLabel(), range(statement));
  }

  @Override
  public void visitCtYieldStatement(CtYieldStatement statement) {
    result = new Stmt.Yield(file.expressions.lower(statement.getExpression()), range(statement));
  }

  @Override
  public <T> void visitCtAssert(CtAssert<T> statement) {
    SourceRange range = range(statement);
    Expr holds = file.expressions.lower(statement.getAssertExpression());
    Expr message = value(statement.getExpression());
    List<Expr> arguments = message == null ? List.of() : List.of(message);
    List<String> parameters = message == null ? List.of() : List.of("java.lang.Object");
    MethodRef constructor = new MethodRef(ASSERTION_ERROR, MethodRef.CONSTRUCTOR, parameters);
    Expr error = new Expr.New(
        constructor, arguments, List.of(), null, file.types.mentionName(ASSERTION_ERROR), range);
    Expr fails = new Expr.Unary("!", holds, "boolean", holds.range());
    result = new Stmt.If(fails, new Stmt.Throw(error, range), null, range);
  }

  private void localClass(CtType<?> type) {
    file.declarations.lowerLocal(type);
    result = null;
  }

  @Override
  public <T> void visitCtClass(CtClass<T> type) {
    localClass(type);
  }

  @Override
  public <T> void visitCtInterface(CtInterface<T> type) {
    localClass(type);
  }

  @Override
  public <T extends Enum<?>> void visitCtEnum(CtEnum<T> type) {
    localClass(type);
  }

  @Override
  public void visitCtRecord(CtRecord type) {
    localClass(type);
  }
}
