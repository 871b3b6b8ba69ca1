package dev.goguard.analysis.frontend.spoon;

import dev.goguard.analysis.ir.Expr;
import dev.goguard.analysis.ir.Local;
import dev.goguard.analysis.ir.Method;
import dev.goguard.analysis.ir.MethodRef;
import dev.goguard.analysis.ir.SourceRange;
import dev.goguard.analysis.ir.Stmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.jdt.internal.compiler.ast.FunctionalExpression;
import org.eclipse.jdt.internal.compiler.ast.ReferenceExpression;
import org.eclipse.jdt.internal.compiler.lookup.BaseTypeBinding;
import org.eclipse.jdt.internal.compiler.lookup.IntersectionTypeBinding18;
import org.eclipse.jdt.internal.compiler.lookup.MethodBinding;
import org.eclipse.jdt.internal.compiler.lookup.ReferenceBinding;
import org.eclipse.jdt.internal.compiler.lookup.TypeBinding;
import org.eclipse.jdt.internal.compiler.lookup.TypeIds;
import org.jspecify.annotations.Nullable;
import spoon.reflect.code.CtExecutableReferenceExpression;
import spoon.reflect.code.CtExpression;
import spoon.reflect.code.CtLambda;
import spoon.reflect.code.CtStatement;
import spoon.reflect.code.CtTypeAccess;
import spoon.reflect.declaration.CtParameter;

/** Lambdas and method references. */
final class FunctionLowering {
  private final FileLowering file;

  FunctionLowering(FileLowering file) {
    this.file = file;
  }

  Expr lower(CtLambda<?> lambda) {
    FunctionalExpression node = file.origins.find(lambda, FunctionalExpression.class);
    MethodBinding descriptor = node == null ? null : node.descriptor;
    String name = file.frame().nextLambda();
    int mark = file.locals.open();
    List<Local> parameters = parameters(lambda, descriptor);
    Method method = method(lambda, name, parameters, descriptor);
    file.locals.close(mark);
    return new Expr.Lambda(method, interfaceType(node), method.range());
  }

  private String interfaceType(@Nullable FunctionalExpression node) {
    return node == null ? TypeNames.UNRESOLVED : file.types.mention(functional(node));
  }

  /** Of an intersection, the member that is a functional interface. */
  private static @Nullable TypeBinding functional(FunctionalExpression node) {
    if (node.resolvedType instanceof IntersectionTypeBinding18 intersection) {
      for (ReferenceBinding member : intersection.intersectingTypes) {
        MethodBinding method = member.getSingleAbstractMethod(node.enclosingScope, true);
        if (method != null && method.isValidBinding()) {
          return member;
        }
      }
    }
    return node.resolvedType;
  }

  private List<Local> parameters(CtLambda<?> lambda, @Nullable MethodBinding descriptor) {
    List<Local> parameters = new ArrayList<>();
    for (CtParameter<?> parameter : lambda.getParameters()) {
      int i = parameters.size();
      String written = file.types.of(parameter.getType());
      boolean known = descriptor != null && i < descriptor.parameters.length;
      String type = written.equals(TypeNames.UNRESOLVED) && known
          ? file.types.of(descriptor.parameters[i])
          : written;
      parameters.add(
          file.locals.declare(parameter.getSimpleName(), type, file.lines.range(parameter)));
    }
    return List.copyOf(parameters);
  }

  private Method method(
      CtLambda<?> lambda, String name, List<Local> parameters, @Nullable MethodBinding descriptor) {
    TypeFrame frame = file.frame();
    List<String> types = parameters.stream().map(Local::type).toList();
    MethodRef ref = new MethodRef(frame.name, name, types);
    MethodRef around = frame.body;
    frame.body = ref;
    Stmt.Block body = body(lambda, descriptor);
    frame.body = around;
    return new Method(
        ref,
        Method.Kind.LAMBDA,
        Set.of(),
        List.of(),
        parameters,
        descriptor == null ? TypeNames.UNRESOLVED : file.types.of(descriptor.returnType),
        descriptor == null ? List.of() : file.members.names(descriptor.thrownExceptions),
        body,
        file.lines.range(lambda));
  }

  private Stmt.Block body(CtLambda<?> lambda, @Nullable MethodBinding descriptor) {
    CtExpression<?> expression = lambda.getExpression();
    if (expression == null) {
      return file.statements.block(lambda.getBody());
    }
    Expr value = file.expressions.lower(expression);
    SourceRange range = value.range();
    Stmt only = isVoid(descriptor, expression)
        ? new Stmt.Eval(value, range)
        : new Stmt.Return(value, range);
    return new Stmt.Block(List.of(only), range);
  }

  /** An unknown interface is taken to want no value when the body could stand as a statement. */
  private static boolean isVoid(@Nullable MethodBinding descriptor, CtExpression<?> body) {
    return descriptor == null
        ? body instanceof CtStatement
        : descriptor.returnType instanceof BaseTypeBinding base && base.id == TypeIds.T_void;
  }

  Expr lower(CtExecutableReferenceExpression<?, ?> reference) {
    ReferenceExpression node = file.origins.find(reference, ReferenceExpression.class);
    CtExpression<?> target = reference.getTarget();
    Expr receiver =
        target == null || target instanceof CtTypeAccess<?> ? null : file.expressions.lower(target);
    return new Expr.MethodReference(
        receiver, target(reference, node), interfaceType(node), file.lines.range(reference));
  }

  private MethodRef target(
      CtExecutableReferenceExpression<?, ?> reference, @Nullable ReferenceExpression node) {
    MethodBinding binding = node == null ? null : node.binding;
    boolean resolved = Members.isResolved(binding);
    file.calls.count(resolved);
    if (resolved && node.isArrayConstructorReference()) {
      return new MethodRef(
          file.types.of(node.lhs.resolvedType), MethodRef.CONSTRUCTOR, List.of("int"));
    }
    return resolved
        ? file.members.ref(binding)
        : new MethodRef(MethodRef.UNRESOLVED, reference.getExecutable().getSimpleName(), List.of());
  }
}
