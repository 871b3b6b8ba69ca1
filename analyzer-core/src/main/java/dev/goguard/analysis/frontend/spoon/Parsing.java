package dev.goguard.analysis.frontend.spoon;

import dev.goguard.analysis.ir.SourceRange;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jdt.internal.compiler.ast.CompilationUnitDeclaration;

/** Parses files, leaving out those that break the compiler itself. */
final class Parsing {
  private final SpoonCompiler compiler;
  private final Notes notes;
  private List<UnitText> accepted = List.of();

  Parsing(SpoonCompiler compiler, Notes notes) {
    this.compiler = compiler;
    this.notes = notes;
  }

  /** The file that a unit of the last {@link #parse} was made from. */
  UnitText textOf(CompilationUnitDeclaration unit) {
    return accepted.get(SpoonCompiler.indexOf(unit));
  }

  CompilationUnitDeclaration[] parse(List<UnitText> texts) {
    accepted = new ArrayList<>(texts);
    while (!accepted.isEmpty()) {
      try {
        return compiler.parse(accepted);
      } catch (RuntimeException | StackOverflowError | LinkageError e) {
        leaveOut(e);
      }
    }
    return new CompilationUnitDeclaration[0];
  }

  /**
   * JDT resolves units in order, so the one after the last completed broke it; before that, search.
   */
  private void leaveOut(Throwable e) {
    int resolved = compiler.resolvedUnits();
    int culprit = resolved > 0 ? resolved : search(0, accepted.size());
    UnitText text = accepted.remove(Math.min(culprit, accepted.size() - 1));
    notes.fail(text.unit(), "front-end-crash", Crash.describe(e), SourceRange.NONE);
  }

  /** Halves the range, which breaks the compiler, down to one file that does. */
  private int search(int from, int to) {
    if (to - from == 1) {
      return from;
    }
    int middle = (from + to) >>> 1;
    return breaks(accepted.subList(from, middle)) ? search(from, middle) : search(middle, to);
  }

  private boolean breaks(List<UnitText> texts) {
    try {
      compiler.parse(texts);
      return false;
    } catch (RuntimeException | StackOverflowError | LinkageError e) {
      return true;
    }
  }
}
