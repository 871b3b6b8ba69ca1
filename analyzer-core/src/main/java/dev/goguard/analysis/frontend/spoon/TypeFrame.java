package dev.goguard.analysis.frontend.spoon;

import dev.goguard.analysis.ir.Method;
import dev.goguard.analysis.ir.MethodRef;
import dev.goguard.analysis.ir.Modifier;
import dev.goguard.analysis.ir.SourceRange;
import dev.goguard.analysis.ir.Stmt;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A type while its body is lowered: numbers its lambdas and local classes, gathers its
 * initialisers.
 */
final class TypeFrame {
  final String name;
  final @Nullable TypeFrame outer;

  /** The method, initialiser or lambda whose body is being lowered. */
  @Nullable
  MethodRef body;

  private final Map<String, Integer> localClasses = new HashMap<>();
  private final List<Stmt> instanceInit = new ArrayList<>();
  private final List<Stmt> staticInit = new ArrayList<>();
  private int lambdas;

  TypeFrame(String name, @Nullable TypeFrame outer) {
    this.name = name;
    this.outer = outer;
  }

  String nextLambda() {
    return "lambda$" + lambdas++;
  }

  /**
   * The binary name of the next local class of this name; an anonymous one has the name {@code ""}.
   */
  String nextLocalClass(String simpleName) {
    return name + "$" + localClasses.merge(simpleName, 1, Integer::sum) + simpleName;
  }

  MethodRef initializer(boolean isStatic) {
    return new MethodRef(
        name, isStatic ? MethodRef.STATIC_INIT : MethodRef.INSTANCE_INIT, List.of());
  }

  void initialize(boolean isStatic, Stmt statement) {
    (isStatic ? staticInit : instanceInit).add(statement);
  }

  /** The initialiser methods that have code. */
  List<Method> initializers() {
    List<Method> methods = new ArrayList<>();
    if (!instanceInit.isEmpty()) {
      methods.add(initializer(false, instanceInit));
    }
    if (!staticInit.isEmpty()) {
      methods.add(initializer(true, staticInit));
    }
    return methods;
  }

  private Method initializer(boolean isStatic, List<Stmt> code) {
    SourceRange range = code.get(0).range();
    return new Method(
        initializer(isStatic),
        isStatic ? Method.Kind.STATIC_INIT : Method.Kind.INSTANCE_INIT,
        isStatic ? Set.of(Modifier.STATIC) : Set.of(),
        List.of(),
        List.of(),
        "void",
        List.of(),
        new Stmt.Block(List.copyOf(code), range),
        range);
  }
}
