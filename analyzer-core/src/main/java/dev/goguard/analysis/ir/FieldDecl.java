package dev.goguard.analysis.ir;

import java.util.List;
import java.util.Set;

/** A declared field. Its initialiser is an assignment in the type's initialiser method. */
public record FieldDecl(
    FieldRef ref,
    String type,
    Set<Modifier> modifiers,
    List<Annotation> annotations,
    SourceRange range) {

  public boolean is(Modifier modifier) {
    return modifiers.contains(modifier);
  }
}
