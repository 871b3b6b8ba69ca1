package dev.goguard.analysis.cfg;

import static dev.goguard.analysis.cfg.Graph.join;

import dev.goguard.analysis.call.Exceptions;
import dev.goguard.analysis.cfg.Cfg.EdgeKind;
import dev.goguard.analysis.cfg.Cfg.Node;
import dev.goguard.analysis.cfg.Graph.Loose;
import dev.goguard.analysis.event.AccessPath;
import dev.goguard.analysis.event.Event;
import dev.goguard.analysis.ir.Expr;
import dev.goguard.analysis.ir.Modifier;
import dev.goguard.analysis.ir.Stmt;
import dev.goguard.analysis.model.ApiModels;
import dev.goguard.analysis.model.EventKind;
import dev.goguard.analysis.program.Body;
import dev.goguard.analysis.program.Program;
import dev.goguard.analysis.program.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Builds the control-flow graph of one body.
 *
 * <p>Every method takes the loose ends of what ran before and returns those of what it built: an
 * empty list means that control never comes out.
 */
public final class CfgBuilder {
  private final Body body;
  private final Exceptions exceptions;
  private final Graph graph = new Graph();
  private final ExpressionFlow expressions;
  private final Values values;
  private final Exits exits;
  private final TryFlow tries;

  private CfgBuilder(
      Body body, Program program, Values values, Exceptions exceptions, ApiModels models) {
    this.body = body;
    this.values = values;
    this.exceptions = exceptions;
    exits = new Exits(graph, exceptions);
    expressions = new ExpressionFlow(body, program, values, exceptions, models, graph, this, exits);
    tries = new TryFlow(graph, exits, this, expressions);
  }

  /** The graph of a body; empty when it is beyond all measure. */
  public static Optional<Cfg> build(
      Body body, Program program, Values values, Exceptions exceptions, ApiModels models) {
    try {
      return Optional.of(new CfgBuilder(body, program, values, exceptions, models).build());
    } catch (Graph.TooLargeException e) {
      return Optional.empty();
    }
  }

  private Cfg build() {
    Node entry = graph.add(null);
    List<Loose> start = List.of(new Loose(entry, EdgeKind.NORMAL));
    Stmt.Block code = body.method().body();
    List<Loose> end = body.method().is(Modifier.SYNCHRONIZED)
        ? tries.locked(ownMonitor(), body.method().range(), start, from -> statement(code, from))
        : statement(code, start);
    graph.tie(end, exits.exit());
    return new Cfg(body, graph.nodes(), entry, exits.exit(), exits.failure());
  }

  private AccessPath ownMonitor() {
    String type = body.type().name();
    return AccessPath.of(
        body.isStatic() ? new AccessPath.StaticRoot(type) : new AccessPath.ThisRoot(type));
  }

  List<Loose> statement(@Nullable Stmt stmt, List<Loose> from) {
    if (stmt == null || from.isEmpty()) {
      return from;
    } else if (stmt instanceof Stmt.Block block) {
      return sequence(block.statements(), from);
    } else if (stmt instanceof Stmt.Eval eval) {
      return expressions.evaluate(eval.expression(), from);
    } else if (stmt instanceof Stmt.Declare declare) {
      return expressions.declare(declare, from);
    } else if (stmt instanceof Stmt.If choice) {
      return conditional(choice, from);
    } else if (stmt instanceof Stmt.Loop loop) {
      return loop(loop, List.of(), from);
    } else if (stmt instanceof Stmt.Labeled labeled) {
      return labeled(labeled, List.of(), from);
    } else if (stmt instanceof Stmt.Switch choice) {
      var target = new Scope.Target(exits.scope(), Scope.Target.Kind.SWITCH, List.of());
      return choice(choice, target, from);
    } else if (stmt instanceof Stmt.Try attempt) {
      return tries.attempt(attempt, from);
    } else if (stmt instanceof Stmt.Sync sync) {
      List<Loose> evaluated = expressions.evaluate(sync.lock(), from);
      AccessPath lock = values.path(body, sync.lock());
      return tries.locked(lock, sync.range(), evaluated, f -> statement(sync.body(), f));
    }
    return jump(stmt, from);
  }

  private List<Loose> sequence(List<? extends Stmt> statements, List<Loose> from) {
    List<Loose> at = from;
    for (Stmt stmt : statements) {
      at = statement(stmt, at);
    }
    return at;
  }

  private List<Loose> conditional(Stmt.If choice, List<Loose> from) {
    ExpressionFlow.Branches branches = expressions.condition(choice.condition(), from);
    return join(
        statement(choice.then(), branches.whenTrue()),
        statement(choice.otherwise(), branches.whenFalse()));
  }

  private List<Loose> labeled(Stmt.Labeled labeled, List<String> outerLabels, List<Loose> from) {
    var labels = new ArrayList<>(outerLabels);
    labels.add(labeled.label());
    if (labeled.statement() instanceof Stmt.Loop loop) {
      return loop(loop, labels, from);
    } else if (labeled.statement() instanceof Stmt.Labeled inner) {
      return labeled(inner, labels, from);
    }
    var target = new Scope.Target(exits.scope(), Scope.Target.Kind.LABEL, labels);
    return join(exits.within(target, () -> statement(labeled.statement(), from)), target.breaks());
  }

  private List<Loose> loop(Stmt.Loop loop, List<String> labels, List<Loose> from) {
    List<Loose> start = sequence(loop.init(), from);
    if (loop.kind() == Stmt.LoopKind.FOR_EACH && loop.condition() != null) {
      start = expressions.evaluate(loop.condition(), start);
    }
    Node head = graph.tie(start, graph.add(null));
    var target = new Scope.Target(exits.scope(), Scope.Target.Kind.LOOP, labels);
    return loop.kind() == Stmt.LoopKind.DO
        ? doLoop(loop, head, target)
        : testedLoop(loop, head, target);
  }

  private List<Loose> doLoop(Stmt.Loop loop, Node head, Scope.Target target) {
    List<Loose> end = exits.within(target, () -> statement(loop.body(), Graph.from(head)));
    ExpressionFlow.Branches again = test(loop, join(end, target.continues()));
    graph.tie(again.whenTrue(), head);
    return join(again.whenFalse(), target.breaks());
  }

  private List<Loose> testedLoop(Stmt.Loop loop, Node head, Scope.Target target) {
    ExpressionFlow.Branches enter = test(loop, Graph.from(head));
    List<Loose> start = loop.variable() == null
        ? enter.whenTrue()
        : expressions.nextElement(loop, loop.variable(), enter.whenTrue());
    List<Loose> end = exits.within(target, () -> statement(loop.body(), start));
    List<Loose> next = join(end, target.continues());
    for (Expr update : loop.update()) {
      next = expressions.evaluate(update, next);
    }
    graph.tie(next, head);
    return join(enter.whenFalse(), target.breaks());
  }

  private ExpressionFlow.Branches test(Stmt.Loop loop, List<Loose> from) {
    if (loop.kind() == Stmt.LoopKind.FOR_EACH) {
      return expressions.branch(null, loop.range(), from);
    } else if (loop.condition() == null) {
      return new ExpressionFlow.Branches(from, List.of());
    }
    return expressions.condition(loop.condition(), from);
  }

  /** A switch whose end is {@code target}'s breaks and what falls out of it. */
  List<Loose> choice(Stmt.Switch choice, Scope.Target target, List<Loose> from) {
    List<Loose> at = expressions.evaluate(choice.selector(), from);
    Node dispatch = graph.tie(at, graph.add(null));
    List<Loose> fallThrough = List.of();
    for (Stmt.Case branch : choice.cases()) {
      List<Loose> entered = guarded(branch, Graph.from(dispatch));
      List<Loose> start = branch.arrow() ? entered : join(entered, fallThrough);
      List<Loose> end = exits.within(target, () -> sequence(branch.body(), start));
      fallThrough = end;
      if (branch.arrow()) {
        target.breakFrom(end);
        fallThrough = List.of();
      }
    }
    List<Loose> noCase = choice.exhaustive() ? List.of() : Graph.from(dispatch);
    return join(join(fallThrough, noCase), target.breaks());
  }

  private List<Loose> guarded(Stmt.Case branch, List<Loose> from) {
    return branch.guard() == null
        ? from
        : expressions.condition(branch.guard(), from).whenTrue();
  }

  private List<Loose> jump(Stmt stmt, List<Loose> from) {
    if (stmt instanceof Stmt.Return result) {
      returns(result, from);
    } else if (stmt instanceof Stmt.Throw thrown) {
      List<Loose> at = expressions.evaluate(thrown.value(), from);
      var event = new Event(EventKind.THROW, null, thrown.value(), null, thrown.range());
      Node node = graph.tie(at, graph.add(event));
      String type = exceptions.thrownType(body, thrown.value());
      if (!exceptions.endsProgram(type)) {
        exits.raise(node, type);
      }
    } else if (stmt instanceof Stmt.Break jump) {
      exits.leave(from, t -> breaks(t, jump.label()), Scope.Target::breakFrom);
    } else if (stmt instanceof Stmt.Continue jump) {
      exits.leave(from, t -> continues(t, jump.label()), Scope.Target::continueFrom);
    } else if (stmt instanceof Stmt.Yield yield) {
      List<Loose> at = expressions.evaluate(yield.value(), from);
      exits.leave(at, t -> t.kind == Scope.Target.Kind.SWITCH_VALUE, Scope.Target::breakFrom);
    }
    return List.of();
  }

  private static boolean breaks(Scope.Target target, @Nullable String label) {
    return label == null
        ? target.kind == Scope.Target.Kind.LOOP || target.kind == Scope.Target.Kind.SWITCH
        : target.labels.contains(label);
  }

  private static boolean continues(Scope.Target target, @Nullable String label) {
    return target.kind == Scope.Target.Kind.LOOP
        && (label == null || target.labels.contains(label));
  }

  private void returns(Stmt.Return result, List<Loose> from) {
    List<Loose> at = result.value() == null ? from : expressions.evaluate(result.value(), from);
    if (at.isEmpty()) {
      return;
    }
    var event = new Event(EventKind.RETURN, null, result.value(), null, result.range());
    exits.leave(
        graph.then(at, event), t -> t.kind == Scope.Target.Kind.INLINED, Scope.Target::breakFrom);
  }
}
