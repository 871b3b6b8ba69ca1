package dev.goguard.analysis.dataflow;

import dev.goguard.analysis.cfg.Cfg;
import dev.goguard.analysis.cfg.Cfg.Edge;
import dev.goguard.analysis.cfg.Cfg.EdgeKind;
import dev.goguard.analysis.cfg.Cfg.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A forward dataflow analysis: what holds before each node, over all paths that lead to it (Kildall
 * 1973).
 *
 * @param <S> an immutable value with {@code equals}; must form a lattice of finite height under
 *     {@link #join}
 */
public abstract class ForwardAnalysis<S> {
  /** What holds at the entry. */
  protected abstract S atEntry();

  /** What holds where two paths meet. */
  protected abstract S join(S first, S second);

  /** What holds after {@code node} on an edge of this kind. */
  protected abstract S after(S before, Node node, EdgeKind edge);

  /** What holds before each node, by id; null where no path leads. */
  public List<@Nullable S> run(Cfg cfg) {
    List<@Nullable S> before = new ArrayList<>(Collections.nCopies(cfg.nodes().size(), null));
    before.set(cfg.entry().id(), atEntry());
    var queue = new ArrayDeque<Node>(List.of(cfg.entry()));
    while (!queue.isEmpty()) {
      Node node = queue.remove();
      for (Edge edge : node.successors()) {
        S incoming = after(before.get(node.id()), node, edge.kind());
        S known = before.get(edge.to());
        S joined = known == null ? incoming : join(known, incoming);
        if (!joined.equals(known)) {
          before.set(edge.to(), joined);
          queue.add(cfg.node(edge.to()));
        }
      }
    }
    return before;
  }
}
