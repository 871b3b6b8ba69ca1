package dev.goguard.analysis.ir;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An expression. Operands stand in evaluation order (JLS 15.7). */
public sealed interface Expr {
  /** Erased binary name of the static type, {@code "?"} when unresolved. */
  String type();

  SourceRange range();

  /**
   * A constant: {@code value} in canonical form ({@code 1}, {@code true}, {@code "a\n"},
   * {@code null}, {@code Foo.class}).
   */
  record Literal(String value, String type, SourceRange range) implements Expr {
    public boolean isNull() {
      return value.equals("null");
    }
  }

  /** A local variable or parameter. */
  record LocalVar(Local local, SourceRange range) implements Expr {
    @Override
    public String type() {
      return local.type();
    }
  }

  /** {@code this} or {@code Outer.this}; {@code type} says which. */
  record This(String type, SourceRange range) implements Expr {}

  /** A field; {@code receiver} is null for a static one. */
  record Field(@Nullable Expr receiver, FieldRef field, String type, SourceRange range)
      implements Expr {}

  /** An array element. */
  record Element(Expr array, Expr index, String type, SourceRange range) implements Expr {}

  /**
   * A method call, or {@code this(...)}/{@code super(...)} as a call of {@code <init>}.
   *
   * @param receiver null for a static method
   * @param arguments as written; variable arity is not packed into an array
   * @param thrown checked and unchecked exceptions that the target declares
   */
  record Call(
      Dispatch dispatch,
      MethodRef target,
      @Nullable Expr receiver,
      List<Expr> arguments,
      List<String> thrown,
      String type,
      SourceRange range)
      implements Expr {}

  /** How a call finds its target. */
  enum Dispatch {
    VIRTUAL,
    STATIC,
    /** {@code super.m()}, {@code super(...)}, {@code this(...)}: exactly this target. */
    SPECIAL
  }

  /**
   * {@code new T(...)}.
   *
   * @param constructor its owner is the class named in the source; for an anonymous class the class
   *     or interface it extends
   * @param anonymousType binary name of the anonymous class declared here; {@code type} is then
   *     that name too
   */
  record New(
      MethodRef constructor,
      List<Expr> arguments,
      List<String> thrown,
      @Nullable String anonymousType,
      String type,
      SourceRange range)
      implements Expr {}

  /**
   * {@code new T[n]} or {@code {a, b}}: the operands are the dimensions, or the elements when
   * {@code initialized}.
   */
  record NewArray(List<Expr> operands, boolean initialized, String type, SourceRange range)
      implements Expr {}

  /**
   * An assignment.
   *
   * @param target a {@link LocalVar}, {@link Field} or {@link Element}
   * @param operator null for {@code =}; {@code "+"} for {@code +=} and {@code ++}
   * @param value for {@code ++} and {@code --} the literal 1
   * @param postfix {@code i++}: the value of the expression is the old one
   */
  record Assign(
      Expr target,
      @Nullable String operator,
      Expr value,
      boolean postfix,
      String type,
      SourceRange range)
      implements Expr {}

  /** A binary operation; {@code &&} and {@code ||} short-circuit. */
  record Binary(String operator, Expr left, Expr right, String type, SourceRange range)
      implements Expr {}

  /** {@code -}, {@code +}, {@code !} or {@code ~}. */
  record Unary(String operator, Expr operand, String type, SourceRange range) implements Expr {}

  /** {@code c ? a : b}. */
  record Conditional(Expr condition, Expr whenTrue, Expr whenFalse, String type, SourceRange range)
      implements Expr {}

  /** A cast. */
  record Cast(Expr operand, String type, SourceRange range) implements Expr {}

  /**
   * {@code instanceof}, with the variables its pattern binds in source order; its type is boolean.
   */
  record InstanceOf(Expr operand, String testedType, List<Local> bindings, SourceRange range)
      implements Expr {
    @Override
    public String type() {
      return "boolean";
    }
  }

  /** A lambda; {@code type} is the functional interface. */
  record Lambda(Method body, String type, SourceRange range) implements Expr {}

  /**
   * A method reference; {@code type} is the functional interface.
   *
   * @param receiver the bound receiver, null for {@code Type::method} and {@code Type::new}
   */
  record MethodReference(@Nullable Expr receiver, MethodRef target, String type, SourceRange range)
      implements Expr {}

  /** A switch expression. */
  record SwitchValue(Stmt.Switch body, String type, SourceRange range) implements Expr {}

  /** Anything else: {@code what} names the construct, operands are evaluated in order. */
  record Other(String what, List<Expr> operands, String type, SourceRange range) implements Expr {}
}
