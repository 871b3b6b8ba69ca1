package dev.goguard.analysis.cfg;

import dev.goguard.analysis.call.Exceptions;
import dev.goguard.analysis.cfg.Cfg.EdgeKind;
import dev.goguard.analysis.cfg.Cfg.Node;
import dev.goguard.analysis.cfg.Graph.Loose;
import dev.goguard.analysis.ir.Stmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The ways out of the code being built: jumps and exceptions, through all that surrounds it.
 *
 * <p>Cleanup code is built anew, in the scope outside of it, for each jump that leads through it
 * and for each type of exception.
 */
final class Exits {
  private final Graph graph;
  private final Exceptions exceptions;
  private final Node exit;
  private final Node failure;
  private @Nullable Scope scope;

  Exits(Graph graph, Exceptions exceptions) {
    this.graph = graph;
    this.exceptions = exceptions;
    exit = graph.add(null);
    failure = graph.add(null);
  }

  /** The normal end of the body. */
  Node exit() {
    return exit;
  }

  /** The end of the body by an exception. */
  Node failure() {
    return failure;
  }

  /** What surrounds the code being built. */
  @Nullable
  Scope scope() {
    return scope;
  }

  /** Builds code inside a scope. */
  <T> T within(@Nullable Scope inner, Supplier<T> code) {
    Scope before = scope;
    scope = inner;
    try {
      return code.get();
    } finally {
      scope = before;
    }
  }

  /** Takes a jump outwards through all cleanup to its target, or to the end of the body. */
  void leave(
      List<Loose> from,
      Predicate<Scope.Target> isTarget,
      BiConsumer<Scope.Target, List<Loose>> arrive) {
    List<Loose> ends = from;
    for (Scope s = scope; s != null && !ends.isEmpty(); s = s.outer) {
      if (s instanceof Scope.Target target && isTarget.test(target)) {
        arrive.accept(target, ends);
        return;
      } else if (s instanceof Scope.Cleanup cleanup) {
        List<Loose> before = ends;
        ends = within(s.outer, () -> cleanup.run(before));
      }
    }
    graph.tie(ends, exit);
  }

  /** Gives a node its edges for an exception of this type. */
  void raise(Node node, String thrown) {
    graph.tieAll(new Loose(node, EdgeKind.EXCEPTION), handlersOf(thrown, scope));
  }

  private List<Node> handlersOf(String thrown, @Nullable Scope from) {
    List<Node> found = new ArrayList<>();
    for (Scope s = from; s != null; s = s.outer) {
      if (s instanceof Scope.Handlers handlers) {
        if (addHandlers(thrown, handlers, found)) {
          return found;
        }
      } else if (s instanceof Scope.Cleanup cleanup) {
        found.add(cleanupFor(thrown, cleanup));
        return found;
      }
    }
    found.add(failure);
    return found;
  }

  /** Whether one of these handlers surely takes the exception. */
  private boolean addHandlers(String thrown, Scope.Handlers handlers, List<Node> found) {
    for (Map.Entry<Stmt.Catch, Node> handler : handlers.handlers.entrySet()) {
      for (String caught : handler.getKey().types()) {
        if (exceptions.mayCatch(caught, thrown) && !found.contains(handler.getValue())) {
          found.add(handler.getValue());
        }
        if (exceptions.surelyCatches(caught, thrown)) {
          return true;
        }
      }
    }
    return false;
  }

  private Node cleanupFor(String thrown, Scope.Cleanup cleanup) {
    Node known = cleanup.copies.get(thrown);
    if (known != null) {
      return known;
    }
    Node start = graph.add(null);
    cleanup.copies.put(thrown, start);
    List<Loose> end = within(cleanup.outer, () -> cleanup.run(Graph.from(start)));
    List<Node> next = handlersOf(thrown, cleanup.outer);
    end.forEach(loose -> graph.tieAll(loose, next));
    return start;
  }
}
