package dev.goguard.analysis.cfg;

import dev.goguard.analysis.event.Event;
import dev.goguard.analysis.model.EventKind;
import dev.goguard.analysis.program.Body;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The control-flow graph of one body.
 *
 * <p>Code that runs at several places stands in the graph several times: a {@code finally} block
 * once for each way into it, a lambda that a call runs at once at that call. {@link #exit} is the
 * normal end, {@link #failure} the end by an exception.
 */
public final class Cfg {
  /** Why control takes an edge. */
  public enum EdgeKind {
    NORMAL,
    /** The condition of the node's branch holds. */
    TRUE,
    FALSE,
    /** The node threw; what its event says has not happened. */
    EXCEPTION
  }

  /** An edge to a node. */
  public record Edge(int to, EdgeKind kind) {}

  /** A point of the body; {@code event} is null where paths only meet. */
  public record Node(int id, @Nullable Event event, List<Edge> successors) {
    public boolean has(EventKind kind) {
      return event != null && event.is(kind);
    }
  }

  private final Body body;
  private final List<Node> nodes;
  private final Node entry;
  private final Node exit;
  private final Node failure;

  Cfg(Body body, List<Node> nodes, Node entry, Node exit, Node failure) {
    this.body = body;
    this.nodes = nodes;
    this.entry = entry;
    this.exit = exit;
    this.failure = failure;
  }

  public Body body() {
    return body;
  }

  public List<Node> nodes() {
    return nodes;
  }

  public Node node(int id) {
    return nodes.get(id);
  }

  public Node entry() {
    return entry;
  }

  public Node exit() {
    return exit;
  }

  public Node failure() {
    return failure;
  }

  /** The nodes that carry an event of this kind. */
  public List<Node> with(EventKind kind) {
    return nodes.stream().filter(n -> n.has(kind)).toList();
  }

  /**
   * The nodes that some path from {@code from} reaches, {@code from} itself only when it lies on a
   * cycle.
   */
  public BitSet reachableFrom(Node from) {
    return reachable(from, node -> false);
  }

  /**
   * The nodes reached from {@code from} by paths that do not go on behind a node at which
   * {@code stop} says so.
   */
  public BitSet reachable(Node from, Predicate<Node> stop) {
    var seen = new BitSet(nodes.size());
    var queue = new ArrayDeque<Edge>(from.successors());
    while (!queue.isEmpty()) {
      Node node = nodes.get(queue.remove().to());
      if (!seen.get(node.id())) {
        seen.set(node.id());
        if (!stop.test(node)) {
          queue.addAll(node.successors());
        }
      }
    }
    return seen;
  }

  /**
   * The nodes from which some path leads to {@code to}, {@code to} itself only when it lies on a
   * cycle.
   */
  public BitSet reaching(Node to) {
    List<List<Node>> before = new ArrayList<>();
    nodes.forEach(n -> before.add(new ArrayList<>(2)));
    nodes.forEach(n -> n.successors().forEach(e -> before.get(e.to()).add(n)));
    var seen = new BitSet(nodes.size());
    var queue = new ArrayDeque<Node>(before.get(to.id()));
    while (!queue.isEmpty()) {
      Node node = queue.remove();
      if (!seen.get(node.id())) {
        seen.set(node.id());
        queue.addAll(before.get(node.id()));
      }
    }
    return seen;
  }

  /**
   * The nodes that lie on a cycle with {@code node}: what the loops around it run again. Empty
   * outside loops.
   */
  public BitSet cycleOf(Node node) {
    BitSet cycle = reachableFrom(node);
    cycle.and(reaching(node));
    return cycle;
  }
}
