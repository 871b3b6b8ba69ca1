package dev.goguard.analysis.thread;

import dev.goguard.analysis.event.Event;
import dev.goguard.analysis.ir.Expr;
import dev.goguard.analysis.model.Effect;
import dev.goguard.analysis.program.Body;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place that starts a task.
 *
 * @param spawner the body it stands in
 * @param expr the call that starts the task
 * @param tasks what may run there; empty when nobody knows
 * @param executor how many tasks run at once; null when nobody knows
 */
public record SpawnSite(
    Body spawner,
    Expr expr,
    Effect effect,
    List<Task> tasks,
    Effect.@Nullable ExecutorKind executor) {

  /** Whether an event in the spawner's graph is this spawn. */
  public boolean is(Event event) {
    return event.expr() == expr && event.effect() == effect;
  }
}
