package dev.goguard.analysis.frontend.spoon;

import dev.goguard.analysis.ir.Expr;
import dev.goguard.analysis.ir.MethodRef;
import dev.goguard.analysis.ir.SourceRange;
import java.util.List;
import org.eclipse.jdt.internal.compiler.ast.AllocationExpression;
import org.eclipse.jdt.internal.compiler.ast.ExplicitConstructorCall;
import org.eclipse.jdt.internal.compiler.ast.MessageSend;
import org.eclipse.jdt.internal.compiler.lookup.MethodBinding;
import org.eclipse.jdt.internal.compiler.lookup.ReferenceBinding;
import org.eclipse.jdt.internal.compiler.lookup.TypeBinding;
import org.jspecify.annotations.Nullable;
import spoon.reflect.code.CtConstructorCall;
import spoon.reflect.code.CtExpression;
import spoon.reflect.code.CtInvocation;
import spoon.reflect.code.CtNewClass;
import spoon.reflect.code.CtSuperAccess;
import spoon.reflect.code.CtTypeAccess;

/** Calls and object creation. */
final class CallLowering {
  private final FileLowering file;

  CallLowering(FileLowering file) {
    this.file = file;
  }

  Expr lower(CtInvocation<?> call) {
    MessageSend node = file.origins.find(call, MessageSend.class);
    return node == null ? constructorCall(call) : methodCall(call, node);
  }

  private Expr constructorCall(CtInvocation<?> call) {
    ExplicitConstructorCall node = file.origins.find(call, ExplicitConstructorCall.class);
    MethodBinding binding = node == null ? null : node.binding;
    boolean resolved = Members.isResolved(binding);
    file.calls.count(resolved);
    SourceRange range = file.lines.range(call);
    List<Expr> arguments = file.expressions.lowerAll(call.getArguments());
    return new Expr.Call(
        Expr.Dispatch.SPECIAL,
        target(binding, MethodRef.CONSTRUCTOR, arguments),
        new Expr.This(file.frame().name, SourceRange.NONE),
        arguments,
        resolved ? file.members.thrown(binding) : List.of(),
        "void",
        range);
  }

  private Expr methodCall(CtInvocation<?> call, MessageSend node) {
    MethodBinding binding = node.binding;
    boolean resolved = Members.isResolved(binding);
    file.calls.count(resolved);
    Expr.Dispatch dispatch = dispatch(call, binding);
    Expr receiver = dispatch == Expr.Dispatch.STATIC ? null : receiver(call, node);
    List<Expr> arguments = file.expressions.lowerAll(call.getArguments());
    file.types.mention(node.actualReceiverType);
    return new Expr.Call(
        dispatch,
        target(binding, String.valueOf(node.selector), arguments),
        receiver,
        arguments,
        resolved ? file.members.thrown(binding) : List.of(),
        resolved ? file.types.of(node.resolvedType) : TypeNames.UNRESOLVED,
        file.lines.range(call));
  }

  private static Expr.Dispatch dispatch(CtInvocation<?> call, @Nullable MethodBinding binding) {
    if (Members.isResolved(binding) && binding.isStatic()) {
      return Expr.Dispatch.STATIC;
    }
    return call.getTarget() instanceof CtSuperAccess<?>
        ? Expr.Dispatch.SPECIAL
        : Expr.Dispatch.VIRTUAL;
  }

  private @Nullable Expr receiver(CtInvocation<?> call, MessageSend node) {
    if (node.receiver.isImplicitThis()) {
      TypeBinding actual = node.actualReceiverType;
      String type = actual == null ? file.frame().name : file.types.of(actual);
      return new Expr.This(type, SourceRange.NONE);
    }
    CtExpression<?> target = call.getTarget();
    return target == null || target instanceof CtTypeAccess<?>
        ? null
        : file.expressions.lower(target);
  }

  private MethodRef target(@Nullable MethodBinding binding, String name, List<Expr> arguments) {
    if (Members.isResolved(binding)) {
      return file.members.ref(binding);
    }
    List<String> types = arguments.stream().map(Expr::type).toList();
    return new MethodRef(MethodRef.UNRESOLVED, name, types);
  }

  Expr lower(CtConstructorCall<?> call) {
    AllocationExpression node = file.origins.find(call, AllocationExpression.class);
    MethodBinding binding = node == null ? null : node.binding;
    boolean resolved = Members.isResolved(binding);
    file.calls.count(resolved);
    List<Expr> arguments = file.expressions.lowerAll(call.getArguments());
    MethodRef constructor = target(binding, MethodRef.CONSTRUCTOR, arguments);
    List<String> thrown = resolved ? file.members.thrown(binding) : List.of();
    SourceRange range = file.lines.range(call);
    if (call instanceof CtNewClass<?> anonymous && anonymous.getAnonymousClass() != null) {
      return anonymous(anonymous, binding, constructor, arguments, thrown, range);
    }
    String type = resolved ? constructor.owner() : file.types.mention(call.getType());
    return new Expr.New(constructor, arguments, thrown, null, type, range);
  }

  private Expr anonymous(
      CtNewClass<?> call,
      @Nullable MethodBinding binding,
      MethodRef constructor,
      List<Expr> arguments,
      List<String> thrown,
      SourceRange range) {
    String name = file.declarations.lowerAnonymous(call.getAnonymousClass());
    MethodRef inherited =
        new MethodRef(parent(binding), MethodRef.CONSTRUCTOR, constructor.parameterTypes());
    return new Expr.New(inherited, arguments, thrown, name, name, range);
  }

  /** The class or interface that stands behind {@code new}. */
  private String parent(@Nullable MethodBinding binding) {
    if (!Members.isResolved(binding)) {
      return MethodRef.UNRESOLVED;
    }
    ReferenceBinding type = binding.declaringClass;
    if (!type.isAnonymousType()) {
      return file.types.mention(type);
    }
    ReferenceBinding[] interfaces = type.superInterfaces();
    return file.types.mention(interfaces.length > 0 ? interfaces[0] : type.superclass());
  }
}
