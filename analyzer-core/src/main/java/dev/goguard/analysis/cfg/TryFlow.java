package dev.goguard.analysis.cfg;

import static dev.goguard.analysis.cfg.Graph.join;

import dev.goguard.analysis.call.Resources;
import dev.goguard.analysis.cfg.Cfg.Node;
import dev.goguard.analysis.cfg.Graph.Loose;
import dev.goguard.analysis.event.AccessPath;
import dev.goguard.analysis.event.Event;
import dev.goguard.analysis.ir.Expr;
import dev.goguard.analysis.ir.SourceRange;
import dev.goguard.analysis.ir.Stmt;
import dev.goguard.analysis.model.Effect;
import dev.goguard.analysis.model.EventKind;
import dev.goguard.analysis.model.Operand;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The part of the builder for code that something surrounds: handlers, {@code finally}, resources,
 * monitors.
 */
final class TryFlow {
  private static final Effect MONITOR = new Effect(
      EventKind.ACQUIRE,
      Operand.RECEIVER,
      Effect.Mode.MONITOR,
      Effect.When.ALWAYS,
      false,
      true,
      false,
      null,
      null);

  private final Graph graph;
  private final Exits exits;
  private final CfgBuilder statements;
  private final ExpressionFlow expressions;

  TryFlow(Graph graph, Exits exits, CfgBuilder statements, ExpressionFlow expressions) {
    this.graph = graph;
    this.exits = exits;
    this.statements = statements;
    this.expressions = expressions;
  }

  List<Loose> attempt(Stmt.Try attempt, List<Loose> from) {
    if (attempt.finallyBlock() == null) {
      return caught(attempt, from);
    }
    Stmt.Block last = attempt.finallyBlock();
    return cleanedUp(from, f -> statements.statement(last, f), f -> caught(attempt, f));
  }

  private List<Loose> caught(Stmt.Try attempt, List<Loose> from) {
    if (attempt.catches().isEmpty()) {
      return resources(attempt.resources(), attempt.body(), from);
    }
    Map<Stmt.Catch, Node> handlers = new LinkedHashMap<>();
    for (Stmt.Catch handler : attempt.catches()) {
      var event = new Event(EventKind.CATCH, null, null, null, handler.range());
      handlers.put(handler, graph.add(event));
    }
    List<Loose> end = exits.within(
        new Scope.Handlers(exits.scope(), handlers),
        () -> resources(attempt.resources(), attempt.body(), from));
    for (Map.Entry<Stmt.Catch, Node> handler : handlers.entrySet()) {
      end =
          join(end, statements.statement(handler.getKey().body(), Graph.from(handler.getValue())));
    }
    return end;
  }

  private List<Loose> resources(List<Stmt> resources, Stmt.Block code, List<Loose> from) {
    if (resources.isEmpty()) {
      return statements.statement(code, from);
    }
    Stmt first = resources.get(0);
    List<Loose> opened = statements.statement(first, from);
    Expr close = Resources.close(first);
    return cleanedUp(
        opened,
        f -> expressions.evaluate(close, f),
        f -> resources(resources.subList(1, resources.size()), code, f));
  }

  /** Code under a lock that the language itself gives back. */
  List<Loose> locked(
      AccessPath lock, SourceRange range, List<Loose> from, UnaryOperator<List<Loose>> code) {
    List<Loose> held = graph.then(from, monitor(EventKind.ACQUIRE, lock, range));
    Event release = monitor(EventKind.RELEASE, lock, range);
    return cleanedUp(held, f -> graph.then(f, release), code);
  }

  private static Event monitor(EventKind kind, AccessPath lock, SourceRange range) {
    return new Event(kind, lock, null, MONITOR.withKind(kind), range);
  }

  private List<Loose> cleanedUp(
      List<Loose> from, UnaryOperator<List<Loose>> cleanup, UnaryOperator<List<Loose>> code) {
    var around = new Scope.Cleanup(exits.scope(), cleanup);
    List<Loose> end = exits.within(around, () -> code.apply(from));
    return end.isEmpty() ? end : cleanup.apply(end);
  }
}
