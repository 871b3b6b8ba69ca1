package dev.goguard.analysis.frontend.spoon;

import dev.goguard.analysis.ir.FieldRef;
import dev.goguard.analysis.ir.MethodRef;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jdt.core.compiler.CharOperation;
import org.eclipse.jdt.internal.compiler.lookup.FieldBinding;
import org.eclipse.jdt.internal.compiler.lookup.MethodBinding;
import org.eclipse.jdt.internal.compiler.lookup.TypeBinding;
import org.jspecify.annotations.Nullable;

/** Names of methods and fields as bindings tell them. */
final class Members {
  private final TypeNames types;

  Members(TypeNames types) {
    this.types = types;
  }

  /** Whether the class path tells which method this is. */
  static boolean isResolved(@Nullable MethodBinding method) {
    return method != null && method.isValidBinding() && method.declaringClass != null;
  }

  MethodRef ref(MethodBinding method) {
    MethodBinding original = method.original();
    String name = CharOperation.charToString(original.selector);
    return new MethodRef(types.mention(original.declaringClass), name, names(original.parameters));
  }

  FieldRef ref(FieldBinding field) {
    FieldBinding original = field.original();
    return new FieldRef(
        types.mention(original.declaringClass), CharOperation.charToString(original.name));
  }

  /** The exceptions that this method, with its type arguments, declares. */
  List<String> thrown(MethodBinding method) {
    return names(method.thrownExceptions);
  }

  List<String> names(TypeBinding @Nullable [] bindings) {
    List<String> names = new ArrayList<>();
    if (bindings != null) {
      for (TypeBinding binding : bindings) {
        names.add(types.of(binding));
      }
    }
    return List.copyOf(names);
  }
}
