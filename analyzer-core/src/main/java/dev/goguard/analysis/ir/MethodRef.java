package dev.goguard.analysis.ir;

import java.util.List;

/**
 * A method by name: the erased signature a call resolves to.
 *
 * @param owner binary name of the declaring type, or {@link #UNRESOLVED}
 * @param name method name, {@code <init>} for a constructor
 * @param parameterTypes erased binary names of the parameters' types
 */
public record MethodRef(String owner, String name, List<String> parameterTypes) {

  /** Owner of a method that the front end could not resolve. */
  public static final String UNRESOLVED = "?";

  public static final String CONSTRUCTOR = "<init>";
  public static final String INSTANCE_INIT = "<instance-init>";
  public static final String STATIC_INIT = "<clinit>";

  public MethodRef {
    parameterTypes = List.copyOf(parameterTypes);
  }

  public boolean isConstructor() {
    return name.equals(CONSTRUCTOR);
  }

  public boolean isResolved() {
    return !owner.equals(UNRESOLVED);
  }

  /** {@code name(p1,p2)}: equal for a method and what it overrides, up to generics. */
  public String signature() {
    return name + "(" + String.join(",", parameterTypes) + ")";
  }

  @Override
  public String toString() {
    return owner + "#" + signature();
  }
}
