package dev.goguard.analysis.frontend.spoon;

import dev.goguard.analysis.ir.Expr;
import dev.goguard.analysis.ir.FieldRef;
import dev.goguard.analysis.ir.Local;
import dev.goguard.analysis.ir.SourceRange;
import java.util.List;
import org.eclipse.jdt.internal.compiler.ast.FieldReference;
import org.eclipse.jdt.internal.compiler.ast.NameReference;
import org.eclipse.jdt.internal.compiler.ast.QualifiedNameReference;
import org.eclipse.jdt.internal.compiler.ast.QualifiedSuperReference;
import org.eclipse.jdt.internal.compiler.ast.Reference;
import org.eclipse.jdt.internal.compiler.lookup.FieldBinding;
import org.eclipse.jdt.internal.compiler.lookup.TypeBinding;
import org.jspecify.annotations.Nullable;
import spoon.reflect.code.CtExpression;
import spoon.reflect.code.CtFieldAccess;
import spoon.reflect.code.CtSuperAccess;
import spoon.reflect.code.CtThisAccess;
import spoon.reflect.code.CtTypeAccess;
import spoon.reflect.code.CtVariableAccess;
import spoon.reflect.reference.CtArrayTypeReference;
import spoon.reflect.reference.CtFieldReference;
import spoon.reflect.reference.CtTypeReference;

/** Reads and writes of variables. */
final class AccessLowering {
  private final FileLowering file;

  AccessLowering(FileLowering file) {
    this.file = file;
  }

  Expr local(CtVariableAccess<?> access) {
    SourceRange range = file.lines.range(access);
    Local local = file.locals.find(access.getVariable().getSimpleName());
    return local == null
        ? new Expr.Other("unresolved", List.of(), TypeNames.UNRESOLVED, range)
        : new Expr.LocalVar(local, range);
  }

  Expr superAccess(CtSuperAccess<?> access) {
    QualifiedSuperReference node = file.origins.find(access, QualifiedSuperReference.class);
    TypeBinding qualifier = node == null ? null : node.qualification.resolvedType;
    boolean isEnclosingClass = qualifier != null && qualifier.isClass();
    String type = isEnclosingClass ? file.types.of(qualifier) : file.frame().name;
    return new Expr.This(type, file.lines.range(access));
  }

  Expr field(CtFieldAccess<?> access) {
    CtFieldReference<?> variable = access.getVariable();
    SourceRange range = file.lines.range(access);
    if (variable.getSimpleName().equals("class")
        && access.getTarget() instanceof CtTypeAccess<?> t) {
      String value = file.types.of(t.getAccessedType()) + ".class";
      return new Expr.Literal(value, "java.lang.Class", range);
    }
    Expr receiver = receiver(access);
    if (isArrayLength(variable, receiver)) {
      return new Expr.Other("array-length", List.of(receiver), "int", range);
    }
    FieldBinding binding = binding(access);
    FieldRef ref = binding == null ? written(variable) : file.members.ref(binding);
    return new Expr.Field(receiver, ref, type(access), range);
  }

  private FieldRef written(CtFieldReference<?> variable) {
    String owner = file.types.mention(variable.getDeclaringType());
    return new FieldRef(owner, variable.getSimpleName());
  }

  /**
   * The field, declared perhaps in a supertype of the type that qualifies it; null when unknown.
   */
  private @Nullable FieldBinding binding(CtFieldAccess<?> access) {
    FieldBinding found = found(file.origins.find(access, Reference.class));
    boolean isField = found != null
        && found.isValidBinding()
        && found.declaringClass != null
        && String.valueOf(found.name).equals(access.getVariable().getSimpleName());
    return isField ? found : null;
  }

  private static @Nullable FieldBinding found(@Nullable Reference node) {
    if (node instanceof QualifiedNameReference name && name.otherBindings != null) {
      return name.otherBindings[name.otherBindings.length - 1];
    }
    if (node instanceof NameReference name) {
      return name.binding instanceof FieldBinding field ? field : null;
    }
    return node instanceof FieldReference field ? field.binding : null;
  }

  /** The type with its type arguments known, which Spoon's reference may lack. */
  private String type(CtFieldAccess<?> access) {
    Reference node = file.origins.find(access, Reference.class);
    String type = node == null ? TypeNames.UNRESOLVED : file.types.of(node.resolvedType);
    return type.equals(TypeNames.UNRESOLVED) ? file.types.of(access.getType()) : type;
  }

  private static boolean isArrayLength(CtFieldReference<?> variable, @Nullable Expr receiver) {
    CtTypeReference<?> owner = variable.getDeclaringType();
    return receiver != null
        && variable.getSimpleName().equals("length")
        && (owner == null || owner instanceof CtArrayTypeReference<?>)
        && receiver.type().endsWith("[]");
  }

  private @Nullable Expr receiver(CtFieldAccess<?> access) {
    CtExpression<?> target = access.getTarget();
    if (target == null || target instanceof CtTypeAccess<?>) {
      return null;
    }
    if (target.isImplicit()) {
      return implicitThis(access, target);
    }
    return access.getVariable().isStatic() ? null : file.expressions.lower(target);
  }

  /** The instance meant by a bare field name: this object or an enclosing one. */
  private Expr implicitThis(CtFieldAccess<?> access, CtExpression<?> target) {
    NameReference node = file.origins.find(access, NameReference.class);
    TypeBinding actual = node == null ? null : node.actualReceiverType;
    String type = actual != null
        ? file.types.of(actual)
        : target instanceof CtThisAccess<?> ? file.types.of(target.getType()) : file.frame().name;
    return new Expr.This(type, file.lines.range(target));
  }
}
