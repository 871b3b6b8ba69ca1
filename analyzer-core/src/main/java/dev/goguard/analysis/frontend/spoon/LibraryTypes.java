package dev.goguard.analysis.frontend.spoon;

import dev.goguard.analysis.ir.LibraryType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.jdt.core.compiler.CharOperation;
import org.eclipse.jdt.internal.compiler.lookup.LookupEnvironment;
import org.eclipse.jdt.internal.compiler.lookup.MissingTypeBinding;
import org.eclipse.jdt.internal.compiler.lookup.ReferenceBinding;
import org.eclipse.jdt.internal.compiler.lookup.TypeBinding;
import org.jspecify.annotations.Nullable;

/**
 * The types outside the source that the lowered files mention, read from the class path and the
 * project's JDK.
 */
final class LibraryTypes {
  private final LookupEnvironment environment;
  private final Map<String, LibraryType> mentioned = new TreeMap<>();
  private final Map<String, Optional<ReferenceBinding>> byName = new HashMap<>();

  LibraryTypes(LookupEnvironment environment) {
    this.environment = environment;
  }

  Map<String, LibraryType> mentioned() {
    return mentioned;
  }

  /**
   * The type with this binary name, in the source or outside it; null when the class path does not
   * tell.
   */
  @Nullable
  ReferenceBinding find(String binaryName) {
    Optional<ReferenceBinding> known = byName.get(binaryName);
    if (known == null) {
      known = Optional.ofNullable(load(binaryName));
      byName.put(binaryName, known);
    }
    return known.orElse(null);
  }

  private @Nullable ReferenceBinding load(String name) {
    ReferenceBinding type = ask(name);
    int dollar = name.lastIndexOf('$');
    if (type == null && dollar > 0) {
      ReferenceBinding outer = find(name.substring(0, dollar));
      type =
          outer == null ? null : outer.getMemberType(name.substring(dollar + 1).toCharArray());
    }
    return type == null || !isKnown(type) ? null : type;
  }

  private @Nullable ReferenceBinding ask(String name) {
    return environment.getType(CharOperation.splitOn('.', name.toCharArray()));
  }

  private static boolean isKnown(TypeBinding type) {
    return type.isValidBinding() && !(type instanceof MissingTypeBinding);
  }

  /** Notes a type and its supertypes when it stands outside the source. */
  void mention(@Nullable TypeBinding type) {
    if (type != null
        && type.erasure() instanceof ReferenceBinding reference
        && isKnown(reference)
        && reference.isBinaryBinding()) {
      add(reference);
    }
  }

  private void add(ReferenceBinding type) {
    String name = binaryName(type);
    if (mentioned.containsKey(name)) {
      return;
    }
    ReferenceBinding superclass = type.isInterface() ? null : type.superclass();
    List<String> interfaces = new ArrayList<>();
    for (ReferenceBinding one : type.superInterfaces()) {
      interfaces.add(binaryName(one));
    }
    mentioned.put(
        name,
        new LibraryType(
            name,
            superclass == null ? null : binaryName(superclass),
            List.copyOf(interfaces),
            type.isInterface()));
    mention(superclass);
    for (ReferenceBinding one : type.superInterfaces()) {
      mention(one);
    }
  }

  /** The erased binary name of a class or interface. */
  static String binaryName(ReferenceBinding type) {
    char[] name = type.erasure().constantPoolName();
    return CharOperation.charToString(CharOperation.replaceOnCopy(name, '/', '.'));
  }
}
