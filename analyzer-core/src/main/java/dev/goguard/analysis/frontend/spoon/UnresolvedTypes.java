package dev.goguard.analysis.frontend.spoon;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jdt.core.compiler.CharOperation;
import org.eclipse.jdt.internal.compiler.ast.CompilationUnitDeclaration;
import org.eclipse.jdt.internal.compiler.ast.ImportReference;
import org.eclipse.jdt.internal.compiler.lookup.Binding;

/** Counts imports that the class path does not resolve, to say once what is missing. */
final class UnresolvedTypes {
  private static final int SHOWN = 5;

  private final Map<String, Integer> imports = new TreeMap<>();

  void collect(CompilationUnitDeclaration unit) {
    if (unit.imports == null) {
      return;
    }
    for (ImportReference one : unit.imports) {
      String name = CharOperation.toString(one.getImportName());
      if (unit.scope != null && !isResolved(unit, one)) {
        imports.merge(name, 1, Integer::sum);
      }
    }
  }

  private static boolean isResolved(CompilationUnitDeclaration unit, ImportReference one) {
    if (unit.scope.imports == null) {
      return true;
    }
    return Arrays.stream(unit.scope.imports)
        .anyMatch(binding -> CharOperation.equals(binding.compoundName, one.getImportName())
            && isValid(binding.getResolvedImport()));
  }

  private static boolean isValid(Binding binding) {
    return binding != null && binding.isValidBinding();
  }

  /** Says once what is missing, and what that costs. */
  void report(Notes notes, CallCount calls) {
    if (imports.isEmpty() && calls.unresolved() == 0) {
      return;
    }
    String cost = calls.unresolved() + " of " + calls.calls() + " calls have an unknown target";
    String message = imports.isEmpty()
        ? cost + ". Is the class path complete? Give it with -cp."
        : imports.size()
            + " imports are not on the class path ("
            + String.join(", ", mostImported())
            + (imports.size() > SHOWN ? ", ..." : "")
            + "); "
            + cost
            + ". Give the class path with -cp.";
    notes.tell(calls.unresolved() > 0, "unresolved-class-path", message);
  }

  private List<String> mostImported() {
    return imports.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .limit(SHOWN)
        .map(Map.Entry::getKey)
        .toList();
  }
}
