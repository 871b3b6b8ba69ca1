package dev.goguard.analysis.frontend.spoon;

import dev.goguard.analysis.ir.Expr;
import dev.goguard.analysis.ir.FieldDecl;
import dev.goguard.analysis.ir.FieldRef;
import dev.goguard.analysis.ir.Method;
import dev.goguard.analysis.ir.SourceRange;
import dev.goguard.analysis.ir.Stmt;
import dev.goguard.analysis.ir.TypeDecl;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.eclipse.jdt.internal.compiler.ast.TypeDeclaration;
import org.eclipse.jdt.internal.compiler.lookup.ReferenceBinding;
import org.eclipse.jdt.internal.compiler.lookup.SourceTypeBinding;
import org.jspecify.annotations.Nullable;
import spoon.reflect.code.CtExpression;
import spoon.reflect.declaration.CtAnnotationType;
import spoon.reflect.declaration.CtAnonymousExecutable;
import spoon.reflect.declaration.CtElement;
import spoon.reflect.declaration.CtEnum;
import spoon.reflect.declaration.CtEnumValue;
import spoon.reflect.declaration.CtExecutable;
import spoon.reflect.declaration.CtField;
import spoon.reflect.declaration.CtInterface;
import spoon.reflect.declaration.CtRecord;
import spoon.reflect.declaration.CtType;
import spoon.reflect.declaration.CtTypeMember;
import spoon.reflect.reference.CtTypeReference;

/** Type declarations with their members. */
final class TypeLowering {
  private static final Comparator<CtElement> SOURCE_ORDER =
      Comparator.comparingInt(TypeLowering::start);

  private final FileLowering file;
  private final MethodLowering methods;

  TypeLowering(FileLowering file) {
    this.file = file;
    methods = new MethodLowering(file);
  }

  void lowerTopLevel(CtType<?> type) {
    lower(type, type.getQualifiedName(), kind(type));
  }

  /** Lowers a class declared among statements. */
  void lowerLocal(CtType<?> type) {
    String simpleName = simpleName(type);
    lower(type, file.frame().nextLocalClass(simpleName), TypeDecl.Kind.LOCAL);
  }

  /** Lowers the class of {@code new T() {...}} and returns its binary name. */
  String lowerAnonymous(CtType<?> type) {
    String name = file.frame().nextLocalClass("");
    lower(type, name, TypeDecl.Kind.ANONYMOUS);
    return name;
  }

  /** Spoon's name of a local class carries a number: {@code 1Local}. */
  private static String simpleName(CtType<?> type) {
    String name = type.getSimpleName();
    int start = 0;
    while (start < name.length() && Character.isDigit(name.charAt(start))) {
      start++;
    }
    return name.substring(start);
  }

  private static TypeDecl.Kind kind(CtType<?> type) {
    if (type instanceof CtAnnotationType<?>) {
      return TypeDecl.Kind.ANNOTATION;
    }
    if (type instanceof CtInterface<?>) {
      return TypeDecl.Kind.INTERFACE;
    }
    if (type instanceof CtEnum<?>) {
      return TypeDecl.Kind.ENUM;
    }
    return type instanceof CtRecord ? TypeDecl.Kind.RECORD : TypeDecl.Kind.CLASS;
  }

  private void lower(CtType<?> type, String name, TypeDecl.Kind kind) {
    TypeFrame outer = file.frame;
    SourceTypeBinding binding = binding(type);
    file.types.declare(binding, type.getQualifiedName(), name);
    int place = file.reserve();
    Map<String, String> variables = file.types.enter(type);
    int mark = file.locals.open();
    file.frame = new TypeFrame(name, outer);
    List<FieldDecl> fields = new ArrayList<>();
    List<Method> lowered = members(type, fields);
    TypeDecl declaration = declaration(type, kind, binding, outer, fields, lowered);
    file.complete(place, declaration);
    file.frame = outer;
    file.locals.close(mark);
    file.types.leave(variables);
  }

  private @Nullable SourceTypeBinding binding(CtType<?> type) {
    TypeDeclaration node = file.origins.find(type, TypeDeclaration.class);
    return node == null ? null : node.binding;
  }

  private TypeDecl declaration(
      CtType<?> type,
      TypeDecl.Kind kind,
      @Nullable SourceTypeBinding binding,
      @Nullable TypeFrame outer,
      List<FieldDecl> fields,
      List<Method> lowered) {
    boolean isLocal = kind == TypeDecl.Kind.LOCAL || kind == TypeDecl.Kind.ANONYMOUS;
    return new TypeDecl(
        file.frame().name,
        kind,
        superclass(type, kind, binding),
        interfaces(type, binding),
        Modifiers.of(type),
        file.annotations.of(type),
        outer == null ? null : outer.name,
        outer == null || !isLocal ? null : outer.body,
        List.copyOf(fields),
        lowered,
        file.lines.range(type));
  }

  private @Nullable String superclass(
      CtType<?> type, TypeDecl.Kind kind, @Nullable SourceTypeBinding binding) {
    if (kind == TypeDecl.Kind.INTERFACE || kind == TypeDecl.Kind.ANNOTATION) {
      return null;
    }
    if (type instanceof CtInterface<?>) {
      return null;
    }
    if (binding != null) {
      return file.types.mention(binding.superclass());
    }
    CtTypeReference<?> superclass = type.getSuperclass();
    return superclass == null ? "java.lang.Object" : file.types.mention(superclass);
  }

  private List<String> interfaces(CtType<?> type, @Nullable SourceTypeBinding binding) {
    List<String> names = new ArrayList<>();
    if (binding != null) {
      for (ReferenceBinding one : binding.superInterfaces()) {
        names.add(file.types.mention(one));
      }
    } else {
      type.getSuperInterfaces().forEach(one -> names.add(file.types.mention(one)));
    }
    return List.copyOf(names);
  }

  private List<Method> members(CtType<?> type, List<FieldDecl> fields) {
    List<Method> lowered = new ArrayList<>();
    for (CtTypeMember member : inSourceOrder(type)) {
      if (member instanceof CtField<?> field) {
        lowerField(field, fields);
      } else if (member instanceof CtAnonymousExecutable block) {
        lowerInitializer(block);
      } else if (member instanceof CtExecutable<?> executable) {
        lowered.add(methods.lower(executable));
      } else if (member instanceof CtType<?> inner) {
        lowerMember(inner);
      }
    }
    lowered.addAll(file.frame().initializers());
    return List.copyOf(lowered);
  }

  private void lowerMember(CtType<?> inner) {
    lower(inner, file.frame().name + "$" + inner.getSimpleName(), kind(inner));
  }

  private static List<CtTypeMember> inSourceOrder(CtType<?> type) {
    List<CtTypeMember> members = new ArrayList<>();
    if (type instanceof CtEnum<?> enumType) {
      members.addAll(enumType.getEnumValues());
    }
    for (CtTypeMember member : type.getTypeMembers()) {
      boolean isWritten = !member.isImplicit() || isComponent(member) || isCompactFile(member);
      if (isWritten && !(member instanceof CtEnumValue<?>)) {
        members.add(member);
      }
    }
    members.sort(SOURCE_ORDER);
    return members;
  }

  private static boolean isComponent(CtTypeMember member) {
    return member instanceof CtField<?>
        && member.getParent() instanceof CtRecord
        && !member.isStatic();
  }

  private static boolean isCompactFile(CtTypeMember member) {
    return member instanceof CtType<?>;
  }

  private static int start(CtElement element) {
    return element.getPosition().isValidPosition() ? element.getPosition().getSourceStart() : -1;
  }

  private void lowerField(CtField<?> field, List<FieldDecl> fields) {
    FieldRef ref = new FieldRef(file.frame().name, field.getSimpleName());
    SourceRange range = file.lines.range(field);
    String type = file.types.of(field.getType());
    fields.add(new FieldDecl(ref, type, Modifiers.of(field), file.annotations.of(field), range));
    CtExpression<?> init = field.getDefaultExpression();
    if (init != null) {
      boolean isStatic = field.isStatic() || field instanceof CtEnumValue<?>;
      initialize(isStatic, ref, type, init, range);
    }
  }

  private void initialize(
      boolean isStatic, FieldRef ref, String type, CtExpression<?> init, SourceRange range) {
    TypeFrame frame = file.frame();
    frame.body = frame.initializer(isStatic);
    Expr receiver = isStatic ? null : new Expr.This(frame.name, SourceRange.NONE);
    Expr target = new Expr.Field(receiver, ref, type, range);
    int mark = file.locals.open();
    Expr value = file.expressions.lower(init);
    file.locals.close(mark);
    frame.initialize(
        isStatic, new Stmt.Eval(new Expr.Assign(target, null, value, false, type, range), range));
    frame.body = null;
  }

  private void lowerInitializer(CtAnonymousExecutable block) {
    TypeFrame frame = file.frame();
    boolean isStatic = block.isStatic();
    frame.body = frame.initializer(isStatic);
    frame.initialize(isStatic, file.statements.lower(block.getBody()));
    frame.body = null;
  }
}
