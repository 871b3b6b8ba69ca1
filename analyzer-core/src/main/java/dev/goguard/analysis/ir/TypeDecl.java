package dev.goguard.analysis.ir;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A class, interface, enum, record or annotation declared in the file; nested, local and anonymous
 * ones too, each on its own.
 *
 * @param name binary name; local and anonymous classes are numbered in source order as javac does
 *     ({@code Outer$1}, {@code Outer$1Name})
 * @param superclass binary name, null for interfaces and {@code Object}
 * @param outer binary name of the enclosing type, null at top level
 * @param enclosingMethod the method whose body declares this local or anonymous class
 * @param fields in source order; a record's components are private final fields
 * @param methods in source order, then {@code <instance-init>} and {@code <clinit>} where there is
 *     such code
 */
public record TypeDecl(
    String name,
    Kind kind,
    @Nullable String superclass,
    List<String> interfaces,
    Set<Modifier> modifiers,
    List<Annotation> annotations,
    @Nullable String outer,
    @Nullable MethodRef enclosingMethod,
    List<FieldDecl> fields,
    List<Method> methods,
    SourceRange range) {

  /** The kinds of type declaration. */
  public enum Kind {
    CLASS,
    INTERFACE,
    ENUM,
    RECORD,
    ANNOTATION,
    ANONYMOUS,
    LOCAL
  }

  public boolean is(Modifier modifier) {
    return modifiers.contains(modifier);
  }

  /** The name a reader would use: without package and enclosing types. */
  public String simpleName() {
    return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
  }
}
