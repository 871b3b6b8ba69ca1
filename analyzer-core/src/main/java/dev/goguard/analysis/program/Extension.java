package dev.goguard.analysis.program;

import dev.goguard.analysis.ir.Method;
import dev.goguard.analysis.ir.Modifier;
import dev.goguard.analysis.ir.TypeDecl;
import java.util.List;

/** Tells whether anybody can extend a class of the program. */
public final class Extension {
  private Extension() {}

  /**
   * Whether a class has no subclass now and can have none outside of the program: it is final,
   * hidden, or nobody can call its constructors.
   */
  public static boolean isClosed(Program program, TypeDecl type) {
    return isFinal(type)
        || program.hierarchy().subtypes(type.name()).size() <= 1
            && (!isVisible(type) || hasPrivateConstructorsOnly(type));
  }

  private static boolean isFinal(TypeDecl type) {
    return type.is(Modifier.FINAL)
        || type.kind() == TypeDecl.Kind.RECORD
        || type.kind() == TypeDecl.Kind.ENUM
        || type.kind() == TypeDecl.Kind.ANONYMOUS;
  }

  private static boolean isVisible(TypeDecl type) {
    return type.is(Modifier.PUBLIC) || type.is(Modifier.PROTECTED);
  }

  private static boolean hasPrivateConstructorsOnly(TypeDecl type) {
    List<Method> constructors =
        type.methods().stream().filter(m -> m.kind() == Method.Kind.CONSTRUCTOR).toList();
    return !constructors.isEmpty() && constructors.stream().allMatch(m -> m.is(Modifier.PRIVATE));
  }
}
