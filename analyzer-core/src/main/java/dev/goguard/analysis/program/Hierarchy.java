package dev.goguard.analysis.program;

import dev.goguard.analysis.ir.LibraryType;
import dev.goguard.analysis.ir.TypeDecl;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who extends whom, over source and library types. */
public final class Hierarchy {
  private final Map<String, TypeDecl> types;
  private final Map<String, LibraryType> library;
  private final Map<String, List<String>> supertypes = new HashMap<>();
  private final Map<String, List<TypeDecl>> subtypes = new HashMap<>();

  Hierarchy(Map<String, TypeDecl> types, Map<String, LibraryType> library) {
    this.types = types;
    this.library = library;
    types.values().forEach(this::addToSupertypes);
  }

  private void addToSupertypes(TypeDecl type) {
    for (String supertype : supertypes(type.name())) {
      subtypes.computeIfAbsent(supertype, t -> new ArrayList<>()).add(type);
    }
  }

  /** The type itself and all its supertypes, breadth first: the nearest first. */
  public List<String> supertypes(String type) {
    return supertypes.computeIfAbsent(type, this::computeSupertypes);
  }

  private List<String> computeSupertypes(String type) {
    var seen = new LinkedHashSet<String>();
    var queue = new ArrayDeque<>(List.of(type));
    while (!queue.isEmpty()) {
      String next = queue.remove();
      if (seen.add(next)) {
        queue.addAll(directSupertypes(next));
      }
    }
    seen.add("java.lang.Object");
    return List.copyOf(seen);
  }

  private List<String> directSupertypes(String type) {
    TypeDecl source = types.get(type);
    if (source != null) {
      return prepend(source.superclass(), source.interfaces());
    }
    LibraryType known = library.get(type);
    return known == null ? List.of() : prepend(known.superclass(), known.interfaces());
  }

  private static List<String> prepend(@Nullable String first, List<String> rest) {
    var all = new ArrayList<String>();
    if (first != null) {
      all.add(first);
    }
    all.addAll(rest);
    return all;
  }

  public boolean isSubtype(String type, String supertype) {
    return type.equals(supertype) || supertypes(type).contains(supertype);
  }

  /** The source types below {@code type}, itself included when it is one. */
  public List<TypeDecl> subtypes(String type) {
    return subtypes.getOrDefault(type, List.of());
  }

  /** Whether this is known to be a class, not an interface. */
  public boolean isClass(String type) {
    LibraryType known = library.get(type);
    return known != null && !known.isInterface() && !type.equals("java.lang.Object");
  }

  /** Whether the source or the class path tells what this type is. */
  public boolean isKnown(String type) {
    return types.containsKey(type) || library.containsKey(type);
  }
}
