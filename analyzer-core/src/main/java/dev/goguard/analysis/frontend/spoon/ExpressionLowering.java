package dev.goguard.analysis.frontend.spoon;

import dev.goguard.analysis.ir.Expr;
import dev.goguard.analysis.ir.Local;
import dev.goguard.analysis.ir.SourceRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import spoon.reflect.code.BinaryOperatorKind;
import spoon.reflect.code.CtArrayAccess;
import spoon.reflect.code.CtArrayRead;
import spoon.reflect.code.CtArrayWrite;
import spoon.reflect.code.CtAssignment;
import spoon.reflect.code.CtBinaryOperator;
import spoon.reflect.code.CtConditional;
import spoon.reflect.code.CtConstructorCall;
import spoon.reflect.code.CtExecutableReferenceExpression;
import spoon.reflect.code.CtExpression;
import spoon.reflect.code.CtFieldRead;
import spoon.reflect.code.CtFieldWrite;
import spoon.reflect.code.CtInvocation;
import spoon.reflect.code.CtLambda;
import spoon.reflect.code.CtLiteral;
import spoon.reflect.code.CtNewArray;
import spoon.reflect.code.CtNewClass;
import spoon.reflect.code.CtOperatorAssignment;
import spoon.reflect.code.CtPattern;
import spoon.reflect.code.CtSuperAccess;
import spoon.reflect.code.CtSwitchExpression;
import spoon.reflect.code.CtTextBlock;
import spoon.reflect.code.CtThisAccess;
import spoon.reflect.code.CtTypeAccess;
import spoon.reflect.code.CtUnaryOperator;
import spoon.reflect.code.CtVariableRead;
import spoon.reflect.code.CtVariableWrite;
import spoon.reflect.declaration.CtElement;
import spoon.reflect.declaration.CtVariable;
import spoon.reflect.reference.CtTypeReference;
import spoon.reflect.visitor.CtAbstractVisitor;

/** Expressions. Each visit method leaves its result in {@link #result}. */
final class ExpressionLowering extends CtAbstractVisitor {
  final SwitchLowering switches;
  final PatternLowering patterns;

  private final FileLowering file;
  private final CallLowering calls;
  private final AccessLowering accesses;
  private final FunctionLowering functions;
  private @Nullable Expr result;

  ExpressionLowering(FileLowering file) {
    this.file = file;
    switches = new SwitchLowering(file);
    patterns = new PatternLowering(file);
    calls = new CallLowering(file);
    accesses = new AccessLowering(file);
    functions = new FunctionLowering(file);
  }

  Expr lower(CtExpression<?> expression) {
    result = null;
    expression.accept(this);
    Expr lowered = result == null ? other(expression) : result;
    result = null;
    List<CtTypeReference<?>> casts = expression.getTypeCasts();
    for (int i = casts.size() - 1; i >= 0; i--) {
      lowered = new Expr.Cast(lowered, castType(casts.get(i), lowered), range(expression));
    }
    return lowered;
  }

  /** A cast to an intersection gives a lambda its functional interface. */
  private String castType(CtTypeReference<?> cast, Expr operand) {
    boolean isFunction = operand instanceof Expr.Lambda || operand instanceof Expr.MethodReference;
    return isFunction ? operand.type() : file.types.of(cast);
  }

  List<Expr> lowerAll(List<? extends CtExpression<?>> expressions) {
    List<Expr> lowered = new ArrayList<>(expressions.size());
    for (CtExpression<?> expression : expressions) {
      lowered.add(lower(expression));
    }
    return List.copyOf(lowered);
  }

  Local declare(CtVariable<?> variable) {
    return file.locals.declare(
        variable.getSimpleName(), file.types.of(variable.getType()), file.lines.range(variable));
  }

  private Expr other(CtExpression<?> expression) {
    List<Expr> operands = new ArrayList<>();
    for (CtElement child : expression.getDirectChildren()) {
      if (child instanceof CtExpression<?> operand) {
        operands.add(lower(operand));
      }
    }
    return new Expr.Other(
        construct(expression), List.copyOf(operands), type(expression), range(expression));
  }

  /** {@code CtResourceImpl} is a {@code resource}: the IR knows no names of Spoon. */
  private static String construct(CtExpression<?> expression) {
    return expression
        .getClass()
        .getSimpleName()
        .replaceAll("^Ct|Impl$", "")
        .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
        .toLowerCase(Locale.ROOT);
  }

  private SourceRange range(CtExpression<?> expression) {
    return file.lines.range(expression);
  }

  private String type(CtExpression<?> expression) {
    return file.types.of(expression.getType());
  }

  @Override
  public <T> void visitCtLiteral(CtLiteral<T> literal) {
    result = Literals.of(literal, range(literal));
  }

  @Override
  public void visitCtTextBlock(CtTextBlock literal) {
    result = Literals.of(literal, range(literal));
  }

  @Override
  public <T> void visitCtVariableRead(CtVariableRead<T> variable) {
    result = accesses.local(variable);
  }

  @Override
  public <T> void visitCtVariableWrite(CtVariableWrite<T> variable) {
    result = accesses.local(variable);
  }

  @Override
  public <T> void visitCtFieldRead(CtFieldRead<T> field) {
    result = accesses.field(field);
  }

  @Override
  public <T> void visitCtFieldWrite(CtFieldWrite<T> field) {
    result = accesses.field(field);
  }

  @Override
  public <T> void visitCtThisAccess(CtThisAccess<T> access) {
    result = new Expr.This(type(access), range(access));
  }

  @Override
  public <T> void visitCtSuperAccess(CtSuperAccess<T> access) {
    result = accesses.superAccess(access);
  }

  @Override
  public <T> void visitCtTypeAccess(CtTypeAccess<T> access) {
    result =
        new Expr.Other("type", List.of(), file.types.of(access.getAccessedType()), range(access));
  }

  @Override
  public <T> void visitCtArrayRead(CtArrayRead<T> access) {
    result = element(access);
  }

  @Override
  public <T> void visitCtArrayWrite(CtArrayWrite<T> access) {
    result = element(access);
  }

  private Expr element(CtArrayAccess<?, ?> access) {
    Expr array = lower(access.getTarget());
    Expr index = lower(access.getIndexExpression());
    String arrayType = array.type();
    String type =
        arrayType.endsWith("[]") ? arrayType.substring(0, arrayType.length() - 2) : type(access);
    return new Expr.Element(array, index, type, range(access));
  }

  @Override
  public <T> void visitCtInvocation(CtInvocation<T> invocation) {
    result = calls.lower(invocation);
  }

  @Override
  public <T> void visitCtConstructorCall(CtConstructorCall<T> call) {
    result = calls.lower(call);
  }

  @Override
  public <T> void visitCtNewClass(CtNewClass<T> call) {
    result = calls.lower(call);
  }

  @Override
  public <T> void visitCtLambda(CtLambda<T> lambda) {
    result = functions.lower(lambda);
  }

  @Override
  public <T, E extends CtExpression<?>> void visitCtExecutableReferenceExpression(
      CtExecutableReferenceExpression<T, E> reference) {
    result = functions.lower(reference);
  }

  @Override
  public <T> void visitCtNewArray(CtNewArray<T> array) {
    boolean initialized = array.getDimensionExpressions().isEmpty();
    List<Expr> operands =
        lowerAll(initialized ? array.getElements() : array.getDimensionExpressions());
    result = new Expr.NewArray(operands, initialized, type(array), range(array));
  }

  @Override
  public <T, A extends T> void visitCtAssignment(CtAssignment<T, A> assignment) {
    result = assign(assignment, null);
  }

  @Override
  public <T, A extends T> void visitCtOperatorAssignment(CtOperatorAssignment<T, A> assignment) {
    result = assign(assignment, Operators.binary(assignment.getKind()));
  }

  private Expr assign(CtAssignment<?, ?> assignment, @Nullable String operator) {
    Expr target = lower(assignment.getAssigned());
    Expr value = lower(assignment.getAssignment());
    return new Expr.Assign(target, operator, value, false, target.type(), range(assignment));
  }

  @Override
  public <T> void visitCtBinaryOperator(CtBinaryOperator<T> binary) {
    Expr left = lower(binary.getLeftHandOperand());
    if (binary.getKind() == BinaryOperatorKind.INSTANCEOF) {
      result = instanceOf(left, binary);
    } else {
      Expr right = lower(binary.getRightHandOperand());
      String operator = Operators.binary(binary.getKind());
      result = new Expr.Binary(operator, left, right, type(binary), range(binary));
    }
  }

  private Expr instanceOf(Expr operand, CtBinaryOperator<?> binary) {
    List<Local> bindings = new ArrayList<>();
    CtExpression<?> right = binary.getRightHandOperand();
    String tested = right instanceof CtPattern pattern
        ? patterns.bind(pattern, bindings)
        : right instanceof CtTypeAccess<?> access
            ? file.types.of(access.getAccessedType())
            : type(right);
    return new Expr.InstanceOf(operand, tested, List.copyOf(bindings), range(binary));
  }

  @Override
  public <T> void visitCtUnaryOperator(CtUnaryOperator<T> unary) {
    Expr operand = lower(unary.getOperand());
    String operator = Operators.unary(unary.getKind());
    result = operator.length() == 1
        ? new Expr.Unary(operator, operand, type(unary), range(unary))
        : increment(unary, operand, operator.substring(1));
  }

  private Expr increment(CtUnaryOperator<?> unary, Expr operand, String operator) {
    Expr one = new Expr.Literal("1", "int", range(unary));
    boolean postfix = Operators.isPostfix(unary.getKind());
    return new Expr.Assign(operand, operator, one, postfix, operand.type(), range(unary));
  }

  @Override
  public <T> void visitCtConditional(CtConditional<T> conditional) {
    Expr condition = lower(conditional.getCondition());
    Expr whenTrue = lower(conditional.getThenExpression());
    Expr whenFalse = lower(conditional.getElseExpression());
    String known = type(conditional);
    String type = known.equals(TypeNames.UNRESOLVED) ? whenTrue.type() : known;
    result = new Expr.Conditional(condition, whenTrue, whenFalse, type, range(conditional));
  }

  @Override
  public <T, S> void visitCtSwitchExpression(CtSwitchExpression<T, S> expression) {
    SourceRange range = range(expression);
    result = new Expr.SwitchValue(switches.lower(expression, true, range), type(expression), range);
  }
}
