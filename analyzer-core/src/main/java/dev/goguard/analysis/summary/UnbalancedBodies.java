package dev.goguard.analysis.summary;

import dev.goguard.analysis.call.Reach;
import dev.goguard.analysis.cfg.Cfg;
import dev.goguard.analysis.lock.LockFlow;
import dev.goguard.analysis.lock.LockState;
import dev.goguard.analysis.model.ApiModels;
import dev.goguard.analysis.model.EventKind;
import dev.goguard.analysis.program.Body;
import dev.goguard.analysis.program.Program;
import dev.goguard.analysis.program.Values;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The bodies that may leave a lock other than they found it, and those that call them.
 *
 * <p>Few do. All others are known to change no lock, however deep their calls go.
 */
final class UnbalancedBodies {
  private final Set<Body> bodies = new HashSet<>();

  UnbalancedBodies(
      Program program,
      Function<Body, Optional<Cfg>> cfgs,
      Values values,
      ApiModels models,
      Reach reach) {
    for (Body body : program.bodies()) {
      if ((reach.has(body, EventKind.ACQUIRE) || reach.has(body, EventKind.RELEASE))
          && cfgs.apply(body).filter(cfg -> isUnbalanced(cfg, values, models)).isPresent()) {
        bodies.add(body);
      }
    }
    addCallers(reach);
  }

  /** Whether the body by itself, whatever its calls do, ends with another count of some lock. */
  private static boolean isUnbalanced(Cfg cfg, Values values, ApiModels models) {
    var alone = new LockFlow(cfg.body(), values, (caller, call) -> List.of(), models);
    LockState end = alone.heldBefore(cfg).get(cfg.exit().id());
    return end != null && !end.withoutTokens().counts().isEmpty();
  }

  private void addCallers(Reach reach) {
    var queue = new ArrayDeque<>(bodies);
    while (!queue.isEmpty()) {
      reach.callers(queue.remove()).stream().filter(bodies::add).forEach(queue::add);
    }
  }

  boolean contains(Body body) {
    return bodies.contains(body);
  }
}
