package dev.goguard.analysis.dataflow;

import dev.goguard.analysis.cfg.Cfg;
import dev.goguard.analysis.cfg.Cfg.Node;
import dev.goguard.analysis.event.AccessPath;
import dev.goguard.analysis.event.Event;
import dev.goguard.analysis.ir.Expr;
import dev.goguard.analysis.ir.Local;
import dev.goguard.analysis.model.EventKind;
import dev.goguard.analysis.program.Values;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The conditions of a graph that are worth remembering: those tested more than once, and those that
 * an assignment decides.
 *
 * <p>The others cannot contradict anything, and remembering them would double the paths at each of
 * them.
 */
final class Conditions {
  private final Map<Integer, Condition> tested = new HashMap<>();
  private final Map<Integer, Condition> assigned = new HashMap<>();
  private final Set<String> relevant = new HashSet<>();

  Conditions(Cfg cfg, Values values) {
    for (Node node : cfg.nodes()) {
      Event event = node.event();
      if (event != null && event.is(EventKind.BRANCH) && event.expr() != null) {
        add(tested, node, Condition.of(cfg.body(), event.expr(), values));
      } else if (event != null && event.is(EventKind.WRITE)) {
        add(assigned, node, decidedBy(event));
      }
    }
    Set<String> known = new HashSet<>();
    assigned.values().forEach(c -> known.add(c.key()));
    for (Condition condition : tested.values()) {
      if (!known.add(condition.key())) {
        relevant.add(condition.key());
      }
    }
  }

  private static void add(Map<Integer, Condition> to, Node node, @Nullable Condition condition) {
    if (condition != null) {
      to.put(node.id(), condition);
    }
  }

  /** The condition that a branch tests, when it is worth remembering. */
  @Nullable
  Condition testedAt(Node node) {
    return ifRelevant(tested.get(node.id()));
  }

  /** The condition that holds after a write, when it is worth remembering. */
  @Nullable
  Condition assignedAt(Node node) {
    return ifRelevant(assigned.get(node.id()));
  }

  private @Nullable Condition ifRelevant(@Nullable Condition condition) {
    return condition != null && relevant.contains(condition.key()) ? condition : null;
  }

  /** What a plain assignment of a constant or a new object to a local decides. */
  private static @Nullable Condition decidedBy(Event write) {
    AccessPath target = write.path();
    if (target == null
        || !(target.root() instanceof AccessPath.LocalRoot root)
        || !target.steps().isEmpty()) {
      return null;
    }
    Expr value = write.expr();
    if (value instanceof Expr.Assign assign) {
      value = assign.operator() == null ? assign.value() : null;
    }
    return value == null ? null : decidedBy(root.local(), value, Set.of(target));
  }

  private static @Nullable Condition decidedBy(Local local, Expr value, Set<AccessPath> reads) {
    String name = Condition.name(local);
    if (value instanceof Expr.Literal literal && literal.type().equals("boolean")) {
      return new Condition(name, literal.value().equals("true"), reads);
    } else if (value instanceof Expr.Literal literal && literal.isNull()) {
      return new Condition(name + " == null", true, reads);
    }
    return value instanceof Expr.New ? new Condition(name + " == null", false, reads) : null;
  }
}
