package dev.goguard.analysis.thread;

import dev.goguard.analysis.ir.Expr;
import dev.goguard.analysis.ir.SourceRange;
import org.jspecify.annotations.Nullable;

/**
 * Code that runs again and again: a loop, or a lambda that a collection runs for each element.
 *
 * @param turn the repeated code
 * @param over what is run over, one turn per element; null for loops with a condition
 * @param condition on which there is another turn; null when there is always one
 */
public record Repetition(
    SourceRange turn, @Nullable Expr over, @Nullable Expr condition) {
  /** Whether it ends when its elements are used up. */
  public boolean isFinite() {
    return over != null;
  }
}
