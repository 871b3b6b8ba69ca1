package dev.goguard.analysis.program;

import dev.goguard.analysis.ir.Method;
import dev.goguard.analysis.ir.Modifier;
import dev.goguard.analysis.ir.SourceFile;
import dev.goguard.analysis.ir.TypeDecl;
import org.jspecify.annotations.Nullable;

/**
 * A method, constructor, initialiser or lambda of the program, with where it stands.
 *
 * @param enclosing for a lambda the body it stands in, else null
 */
public record Body(
    Method method, TypeDecl type, SourceFile file, @Nullable Body enclosing) {

  public boolean isLambda() {
    return method.kind() == Method.Kind.LAMBDA;
  }

  public boolean isStatic() {
    return method.is(Modifier.STATIC);
  }

  /** The method that this body stands in: itself, unless it is a lambda. */
  public Body outermost() {
    return enclosing == null ? this : enclosing.outermost();
  }

  /** The method in words: {@code shop.Bank.open}, also for the lambdas in it. */
  public String element() {
    Method outer = outermost().method;
    String name = switch (outer.kind()) {
      case CONSTRUCTOR, INSTANCE_INIT -> "<init>";
      case STATIC_INIT -> "<clinit>";
      default -> outer.ref().name();
    };
    return type.name() + "." + name;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Body that && method == that.method;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(method);
  }

  @Override
  public String toString() {
    return method.toString();
  }
}
