package dev.goguard.analysis.ir;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement: one of fourteen forms. Local type declarations and empty statements are not
 * statements of the IR.
 */
public sealed interface Stmt {
  SourceRange range();

  /** Statements in order. */
  record Block(List<Stmt> statements, SourceRange range) implements Stmt {}

  /** An expression evaluated for its effect. */
  record Eval(Expr expression, SourceRange range) implements Stmt {}

  /** A local variable declaration; {@code init} is null when it has none. */
  record Declare(Local local, @Nullable Expr init, SourceRange range) implements Stmt {}

  /** {@code if}. */
  record If(Expr condition, Stmt then, @Nullable Stmt otherwise, SourceRange range)
      implements Stmt {}

  /**
   * Any loop.
   *
   * @param init for {@link LoopKind#FOR}: the initialisers
   * @param condition null means true; for {@link LoopKind#FOR_EACH}: the iterated expression
   * @param update for {@link LoopKind#FOR}: the update expressions
   * @param variable for {@link LoopKind#FOR_EACH}: the loop variable
   */
  record Loop(
      LoopKind kind,
      List<Stmt> init,
      @Nullable Expr condition,
      List<Expr> update,
      @Nullable Local variable,
      Stmt body,
      SourceRange range)
      implements Stmt {}

  /** The loop statements of Java. */
  enum LoopKind {
    WHILE,
    DO,
    FOR,
    FOR_EACH
  }

  /**
   * {@code switch} as a statement; as an expression it is wrapped in {@link Expr.SwitchValue}.
   *
   * @param exhaustive no value falls past all cases: there is a default, or the compiler checked
   *     the patterns
   */
  record Switch(Expr selector, List<Case> cases, boolean exhaustive, SourceRange range)
      implements Stmt {}

  /**
   * One case of a switch.
   *
   * @param labels constants; a pattern or {@code null} is an {@link Expr.Other} whose pattern
   *     variables are in {@code bindings}
   * @param guard the {@code when} condition
   * @param arrow {@code ->}: does not fall through; a bare expression body is a {@link Yield} in a
   *     switch expression, else an {@link Eval}
   */
  record Case(
      List<Expr> labels,
      boolean isDefault,
      List<Local> bindings,
      @Nullable Expr guard,
      boolean arrow,
      List<Stmt> body,
      SourceRange range) {}

  /**
   * {@code try}.
   *
   * @param resources {@link Declare}, or {@link Eval} for an existing variable
   */
  record Try(
      List<Stmt> resources,
      Block body,
      List<Catch> catches,
      @Nullable Block finallyBlock,
      SourceRange range)
      implements Stmt {}

  /** A catch clause; a multi-catch has several types. */
  record Catch(Local parameter, List<String> types, Block body, SourceRange range) {}

  /** {@code synchronized} block. A synchronized method keeps its modifier instead. */
  record Sync(Expr lock, Block body, SourceRange range) implements Stmt {}

  /** {@code return}. */
  record Return(@Nullable Expr value, SourceRange range) implements Stmt {}

  /** {@code throw}. */
  record Throw(Expr value, SourceRange range) implements Stmt {}

  /** {@code break}. */
  record Break(@Nullable String label, SourceRange range) implements Stmt {}

  /** {@code continue}. */
  record Continue(@Nullable String label, SourceRange range) implements Stmt {}

  /** A labelled statement. */
  record Labeled(String label, Stmt statement, SourceRange range) implements Stmt {}

  /** {@code yield}. */
  record Yield(Expr value, SourceRange range) implements Stmt {}
}
