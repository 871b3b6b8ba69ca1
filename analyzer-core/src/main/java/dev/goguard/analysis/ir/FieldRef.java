package dev.goguard.analysis.ir;

/**
 * A field by name.
 *
 * @param owner binary name of the declaring type, or {@link MethodRef#UNRESOLVED}
 * @param name field name
 */
public record FieldRef(String owner, String name) {
  @Override
  public String toString() {
    return owner + "." + name;
  }
}
