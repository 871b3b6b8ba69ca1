package dev.goguard.analysis.event;

import dev.goguard.analysis.ir.Expr;
import dev.goguard.analysis.ir.SourceRange;
import dev.goguard.analysis.model.Effect;
import dev.goguard.analysis.model.EventKind;
import org.jspecify.annotations.Nullable;

/**
 * Something that happens at one place of a body.
 *
 * @param path the object it happens to; null for branches, returns and calls of static methods
 * @param expr the expression that does it; null where a statement does ({@code synchronized},
 *     resource close, return)
 * @param effect what the API model says of it, null when no model is involved
 */
public record Event(
    EventKind kind,
    @Nullable AccessPath path,
    @Nullable Expr expr,
    @Nullable Effect effect,
    SourceRange range) {

  public boolean is(EventKind wanted) {
    return kind == wanted;
  }

  /**
   * Whether the event happens only when the call says so by its result, as with {@code tryLock}.
   */
  public boolean isConditional() {
    return effect != null && effect.when() != Effect.When.ALWAYS;
  }
}
