package dev.goguard.analysis.cfg;

import dev.goguard.analysis.cfg.Cfg.Edge;
import dev.goguard.analysis.cfg.Cfg.EdgeKind;
import dev.goguard.analysis.cfg.Cfg.Node;
import dev.goguard.analysis.event.Event;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A graph under construction: nodes and the loose ends that the next node ties. */
final class Graph {
  /**
   * Far above any hand-written method; generated code beyond it is left out rather than waited for.
   */
  static final int MAX_NODES = 60_000;

  /** An edge that has no target yet. */
  record Loose(Node from, EdgeKind kind) {}

  private final List<Node> nodes = new ArrayList<>();

  List<Node> nodes() {
    return nodes;
  }

  Node add(@Nullable Event event) {
    if (nodes.size() >= MAX_NODES) {
      throw new TooLargeException();
    }
    var node = new Node(nodes.size(), event, new ArrayList<>(2));
    nodes.add(node);
    return node;
  }

  /** A node behind these loose ends; its own loose end is the result. */
  List<Loose> then(List<Loose> from, @Nullable Event event) {
    return List.of(new Loose(tie(from, add(event)), EdgeKind.NORMAL));
  }

  /** The loose end of a node. */
  static List<Loose> from(Node node) {
    return List.of(new Loose(node, EdgeKind.NORMAL));
  }

  Node tie(List<Loose> from, Node to) {
    from.forEach(loose -> loose.from().successors().add(new Edge(to.id(), loose.kind())));
    return to;
  }

  /** Ties one loose end to several nodes. */
  void tieAll(Loose from, List<Node> targets) {
    targets.forEach(to -> tie(List.of(from), to));
  }

  static List<Loose> join(List<Loose> first, List<Loose> second) {
    if (first.isEmpty()) {
      return second;
    } else if (second.isEmpty()) {
      return first;
    }
    var all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }

  /** The body has more than {@value #MAX_NODES} nodes. */
  static final class TooLargeException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
