package dev.goguard.analysis.dataflow;

import dev.goguard.analysis.cfg.Cfg.EdgeKind;
import dev.goguard.analysis.cfg.Cfg.Node;
import dev.goguard.analysis.event.AccessPath;
import dev.goguard.analysis.event.Event;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a path has learned of conditions: so that it does not take {@code if (locked)} one way here
 * and the other way there.
 *
 * @param known condition key to its value
 */
record Facts(Map<String, Fact> known) {
  /** The value of a condition, and what it depends on. */
  record Fact(boolean value, Set<AccessPath> reads) {}

  static final Facts NONE = new Facts(Map.of());

  /** The facts after a node and an edge; null when this path contradicts itself. */
  @Nullable
  Facts after(Node node, EdgeKind edge, Conditions conditions) {
    Event event = node.event();
    if (event == null || edge == EdgeKind.EXCEPTION) {
      return this;
    }
    return switch (event.kind()) {
      case WRITE -> event.path() == null ? this : afterWrite(node, event.path(), conditions);
      case BRANCH -> afterBranch(conditions.testedAt(node), edge == EdgeKind.TRUE);
      case CALL -> keepIf(fact -> fact.reads().stream().allMatch(Facts::isLocal));
      default -> this;
    };
  }

  private @Nullable Facts afterBranch(@Nullable Condition condition, boolean taken) {
    if (condition == null) {
      return this;
    }
    boolean value = condition.positive() == taken;
    Fact fact = known.get(condition.key());
    if (fact != null) {
      return fact.value() == value ? this : null;
    }
    return with(condition, value);
  }

  private Facts afterWrite(Node node, AccessPath target, Conditions conditions) {
    Facts rest = keepIf(f -> f.reads().stream().noneMatch(read -> read.startsWith(target)));
    Condition decided = conditions.assignedAt(node);
    return decided == null ? rest : rest.with(decided, decided.positive());
  }

  private Facts with(Condition condition, boolean value) {
    var next = new HashMap<>(known);
    next.put(condition.key(), new Fact(value, condition.reads()));
    return new Facts(next);
  }

  /** Locals keep their values over a call, fields may not. */
  private static boolean isLocal(AccessPath path) {
    return path.root() instanceof AccessPath.LocalRoot && path.steps().isEmpty();
  }

  private Facts keepIf(Predicate<Fact> keep) {
    if (known.values().stream().allMatch(keep)) {
      return this;
    }
    var rest = new HashMap<>(known);
    rest.values().removeIf(keep.negate());
    return new Facts(rest);
  }
}
