package dev.goguard.analysis.frontend.spoon;

import dev.goguard.analysis.ir.Expr;
import dev.goguard.analysis.ir.Local;
import java.util.List;
import spoon.reflect.code.CtPattern;
import spoon.reflect.code.CtRecordPattern;
import spoon.reflect.code.CtTypePattern;
import spoon.reflect.declaration.CtElement;

/** Patterns: the type they test and the variables they bind. */
final class PatternLowering {
  private final FileLowering file;

  PatternLowering(FileLowering file) {
    this.file = file;
  }

  Expr label(CtPattern pattern, List<Local> bindings) {
    String what = pattern instanceof CtRecordPattern ? "record-pattern" : "type-pattern";
    return new Expr.Other(
        what, List.of(), bind(pattern, bindings), file.lines.range((CtElement) pattern));
  }

  /** Declares the variables of a pattern in source order and returns the type it tests. */
  String bind(CtPattern pattern, List<Local> bindings) {
    if (pattern instanceof CtTypePattern typePattern) {
      Local local = file.expressions.declare(typePattern.getVariable());
      bindings.add(local);
      return local.type();
    }
    if (pattern instanceof CtRecordPattern recordPattern) {
      recordPattern.getPatternList().forEach(component -> bind(component, bindings));
      return file.types.of(recordPattern.getRecordType());
    }
    return TypeNames.UNRESOLVED;
  }
}
