package dev.goguard.analysis.dataflow;

import dev.goguard.analysis.cfg.Cfg;
import dev.goguard.analysis.cfg.Cfg.Edge;
import dev.goguard.analysis.cfg.Cfg.EdgeKind;
import dev.goguard.analysis.cfg.Cfg.Node;
import dev.goguard.analysis.program.Values;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Looks for one feasible path from the entry on which something goes wrong: a witness that the
 * message can show.
 *
 * <p>The search is breadth first, so that the witness is short, and carries the values of the
 * conditions it has passed: a path that takes the same condition both ways is not a path. After
 * {@value #BUDGET} steps it gives up and finds nothing.
 *
 * @param <S> what the rule remembers along the path; immutable, with {@code equals}
 */
public final class PathSearch<S> {
  private static final int BUDGET = 60_000;

  /** What a step does to the state. */
  @FunctionalInterface
  public interface Step<S> {
    /** The state after leaving {@code node} by an edge of this kind; null when that cannot be. */
    @Nullable
    S after(S before, Node node, EdgeKind edge);
  }

  /** A path that was found: its nodes in order, and the state at its end. */
  public record Witness<S>(List<Node> nodes, S state) {}

  private record Point<S>(int node, S state, Facts facts) {}

  private record Visit<S>(Point<S> point, @Nullable Visit<S> from) {}

  private final Cfg cfg;
  private final Conditions conditions;
  private final Step<S> step;

  public PathSearch(Cfg cfg, Values values, Step<S> step) {
    this.cfg = cfg;
    this.conditions = new Conditions(cfg, values);
    this.step = step;
  }

  /** The shortest path from the entry to a node and state that {@code goal} accepts. */
  public Optional<Witness<S>> find(S start, BiPredicate<Node, S> goal) {
    Set<Point<S>> seen = new HashSet<>();
    var queue = new ArrayDeque<Visit<S>>();
    queue.add(new Visit<>(new Point<>(cfg.entry().id(), start, Facts.NONE), null));
    while (!queue.isEmpty() && seen.size() < BUDGET) {
      Visit<S> visit = queue.remove();
      Node node = cfg.node(visit.point().node());
      if (goal.test(node, visit.point().state())) {
        return Optional.of(witness(visit));
      }
      for (Edge edge : node.successors()) {
        Point<S> next = next(visit.point(), node, edge);
        if (next != null && seen.add(next)) {
          queue.add(new Visit<>(next, visit));
        }
      }
    }
    return Optional.empty();
  }

  private @Nullable Point<S> next(Point<S> at, Node node, Edge edge) {
    Facts facts = at.facts().after(node, edge.kind(), conditions);
    S state = facts == null ? null : step.after(at.state(), node, edge.kind());
    return facts == null || state == null ? null : new Point<>(edge.to(), state, facts);
  }

  private Witness<S> witness(Visit<S> last) {
    var nodes = new ArrayList<Node>();
    for (Visit<S> at = last; at != null; at = at.from()) {
      nodes.add(cfg.node(at.point().node()));
    }
    Collections.reverse(nodes);
    return new Witness<>(nodes, last.point().state());
  }
}
