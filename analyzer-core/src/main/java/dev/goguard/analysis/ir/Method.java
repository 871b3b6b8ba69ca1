package dev.goguard.analysis.ir;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A body of code: a method, constructor, initialiser or lambda.
 *
 * @param ref its name; a lambda is {@code owner#lambda$<n>}, numbered in source order within its
 *     type
 * @param thrown declared exceptions, erased
 * @param body null for abstract and native methods
 * @param range the declaration; for an initialiser the first initialising code
 */
public record Method(
    MethodRef ref,
    Kind kind,
    Set<Modifier> modifiers,
    List<Annotation> annotations,
    List<Local> parameters,
    String returnType,
    List<String> thrown,
    Stmt.@Nullable Block body,
    SourceRange range) {

  /** The kinds of body. */
  public enum Kind {
    METHOD,
    CONSTRUCTOR,
    INSTANCE_INIT,
    STATIC_INIT,
    LAMBDA
  }

  public boolean is(Modifier modifier) {
    return modifiers.contains(modifier);
  }

  @Override
  public String toString() {
    return ref.toString();
  }
}
