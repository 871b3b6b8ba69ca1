package dev.goguard.analysis.ir;

/**
 * A local variable, parameter, pattern variable or catch parameter.
 *
 * @param name as written; {@code _} for an unnamed variable
 * @param index unique in its file, counted in source order of the declarations
 * @param type erased binary name
 * @param range where it is declared
 */
public record Local(String name, int index, String type, SourceRange range) {
  @Override
  public boolean equals(Object other) {
    return other instanceof Local that && index == that.index && name.equals(that.name);
  }

  @Override
  public int hashCode() {
    return 31 * index + name.hashCode();
  }

  @Override
  public String toString() {
    return name;
  }
}
