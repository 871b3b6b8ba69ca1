package dev.goguard.analysis.ir;

import java.util.List;
import java.util.Map;

/**
 * An annotation on a declaration.
 *
 * @param type binary name of the annotation type
 * @param values element name to its constant values in source form (strings unquoted); an array has
 *     several
 * @param range where it stands
 */
public record Annotation(String type, Map<String, List<String>> values, SourceRange range) {
  /** The simple name, for the annotations that are known by it whatever their package. */
  public String simpleName() {
    return type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
  }
}
