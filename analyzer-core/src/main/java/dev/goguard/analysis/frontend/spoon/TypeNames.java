package dev.goguard.analysis.frontend.spoon;

import dev.goguard.analysis.ir.MethodRef;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.eclipse.jdt.core.compiler.CharOperation;
import org.eclipse.jdt.internal.compiler.lookup.ArrayBinding;
import org.eclipse.jdt.internal.compiler.lookup.BaseTypeBinding;
import org.eclipse.jdt.internal.compiler.lookup.MissingTypeBinding;
import org.eclipse.jdt.internal.compiler.lookup.PolyTypeBinding;
import org.eclipse.jdt.internal.compiler.lookup.ReferenceBinding;
import org.eclipse.jdt.internal.compiler.lookup.TypeBinding;
import org.jspecify.annotations.Nullable;
import spoon.reflect.declaration.CtFormalTypeDeclarer;
import spoon.reflect.declaration.CtTypeParameter;
import spoon.reflect.reference.CtArrayTypeReference;
import spoon.reflect.reference.CtIntersectionTypeReference;
import spoon.reflect.reference.CtTypeParameterReference;
import spoon.reflect.reference.CtTypeReference;

/** Erased binary names of the types that one file mentions. */
final class TypeNames {
  static final String UNRESOLVED = MethodRef.UNRESOLVED;
  private static final String OBJECT = "java.lang.Object";

  private final LibraryTypes library;
  private final Map<ReferenceBinding, String> declared = new IdentityHashMap<>();
  private final Map<String, String> declaredBySpoonName = new HashMap<>();
  private final Map<String, String> variables = new HashMap<>();

  TypeNames(LibraryTypes library) {
    this.library = library;
  }

  /** Says how a type of this file is called. */
  void declare(@Nullable ReferenceBinding binding, String spoonName, String name) {
    if (binding != null) {
      declared.put(binding, name);
    }
    declaredBySpoonName.put(spoonName, name);
  }

  /** Makes type variables known; those of an inner declaration hide the outer ones. */
  Map<String, String> enter(CtFormalTypeDeclarer declarer) {
    Map<String, String> before = Map.copyOf(variables);
    for (CtTypeParameter variable : declarer.getFormalCtTypeParameters()) {
      variables.put(variable.getSimpleName(), OBJECT);
    }
    for (CtTypeParameter variable : declarer.getFormalCtTypeParameters()) {
      CtTypeReference<?> bound = variable.getSuperclass();
      variables.put(variable.getSimpleName(), bound == null ? OBJECT : of(bound));
    }
    return before;
  }

  void leave(Map<String, String> before) {
    variables.clear();
    variables.putAll(before);
  }

  String of(@Nullable TypeBinding type) {
    if (type instanceof ArrayBinding array) {
      return of(array.leafComponentType()) + "[]".repeat(array.dimensions());
    }
    if (type instanceof BaseTypeBinding) {
      return CharOperation.charToString(type.readableName());
    }
    if (type == null || type instanceof PolyTypeBinding || !type.isValidBinding()) {
      return UNRESOLVED;
    }
    TypeBinding erasure = type.erasure();
    if (erasure instanceof ArrayBinding) {
      return of(erasure);
    }
    return erasure instanceof ReferenceBinding reference ? ofReference(reference) : UNRESOLVED;
  }

  private String ofReference(ReferenceBinding type) {
    if (type instanceof MissingTypeBinding || !type.isValidBinding()) {
      return UNRESOLVED;
    }
    String name = declared.get(type);
    return name != null ? name : LibraryTypes.binaryName(type);
  }

  /** As {@link #of(TypeBinding)}, and notes the type as one whose supertypes matter. */
  String mention(@Nullable TypeBinding type) {
    library.mention(type);
    return of(type);
  }

  String of(@Nullable CtTypeReference<?> type) {
    if (type == null) {
      return UNRESOLVED;
    }
    if (type instanceof CtArrayTypeReference<?> array) {
      return of(array.getComponentType()) + "[]";
    }
    if (type instanceof CtIntersectionTypeReference<?> intersection) {
      return of(intersection.getBounds().get(0));
    }
    if (type instanceof CtTypeParameterReference variable) {
      return ofVariable(variable);
    }
    if (type.getSimpleName().equals(CtTypeReference.NULL_TYPE_NAME)) {
      return "null";
    }
    if (type.isPrimitive()) {
      return type.getSimpleName();
    }
    return ofName(type.getQualifiedName());
  }

  private String ofVariable(CtTypeParameterReference variable) {
    String known = variables.get(variable.getSimpleName());
    return known != null ? known : of(variable.getBoundingType());
  }

  private String ofName(String qualified) {
    String name = declaredBySpoonName.get(qualified);
    if (name != null) {
      return name;
    }
    ReferenceBinding found = library.find(qualified);
    return found == null ? UNRESOLVED : LibraryTypes.binaryName(found);
  }

  /** As {@link #of(CtTypeReference)}, and notes the type as one whose supertypes matter. */
  String mention(@Nullable CtTypeReference<?> type) {
    String name = of(type);
    library.mention(library.find(name));
    return name;
  }

  /** Notes a type that the lowering itself brings in. */
  String mentionName(String name) {
    library.mention(library.find(name));
    return name;
  }
}
