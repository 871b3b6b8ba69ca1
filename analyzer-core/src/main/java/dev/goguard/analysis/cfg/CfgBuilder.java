package dev.goguard.analysis.cfg;

import static dev.goguard.analysis.cfg.Graph.join;

import dev.goguard.analysis.call.Exceptions;
import dev.goguard.analysis.cfg.Cfg.EdgeKind;
import dev.goguard.analysis.cfg.Cfg.Node;
import dev.goguard.analysis.cfg.Graph.Loose;
import dev.goguard.analysis.event.AccessPath;
import dev.goguard.analysis.event.Event;
import dev.goguard.analysis.ir.Expr;
import dev.goguard.analysis.ir.MethodRef;
import dev.goguard.analysis.ir.Modifier;
import dev.goguard.analysis.ir.SourceRange;
import dev.goguard.analysis.ir.Stmt;
import dev.goguard.analysis.model.ApiModels;
import dev.goguard.analysis.model.Effect;
import dev.goguard.analysis.model.EventKind;
import dev.goguard.analysis.model.Operand;
import dev.goguard.analysis.program.Body;
import dev.goguard.analysis.program.Program;
import dev.goguard.analysis.program.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Builds the control-flow graph of one body.
 *
 * <p>Every method takes the loose ends of what ran before and returns those of what it built: an
 * empty list means that control never comes out. {@link #scope} is what surrounds the code being
 * built; cleanup code is built anew, in the scope outside of it, for each way that leads through
 * it.
 */
public final class CfgBuilder {
  private final Body body;
  private final Exceptions exceptions;
  private final Graph graph = new Graph();
  private final ExpressionFlow expressions;
  private final Values values;
  private final Node exit;
  private final Node failure;
  private @Nullable Scope scope;

  private CfgBuilder(
      Body body, Program program, Values values, Exceptions exceptions, ApiModels models) {
    this.body = body;
    this.values = values;
    this.exceptions = exceptions;
    expressions = new ExpressionFlow(body, program, values, exceptions, models, graph, this);
    exit = graph.add(null);
    failure = graph.add(null);
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
        ? locked(ownMonitor(), body.method().range(), start, from -> statement(code, from))
        : statement(code, start);
    graph.tie(end, exit);
    return new Cfg(body, graph.nodes(), entry, exit, failure);
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
      var target = new Scope.Target(scope, Scope.Target.Kind.SWITCH, List.of());
      return choice(choice, target, from);
    } else if (stmt instanceof Stmt.Try attempt) {
      return attempt(attempt, from);
    } else if (stmt instanceof Stmt.Sync sync) {
      List<Loose> evaluated = expressions.evaluate(sync.lock(), from);
      AccessPath lock = values.path(body, sync.lock());
      return locked(lock, sync.range(), evaluated, f -> statement(sync.body(), f));
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
    var target = new Scope.Target(scope, Scope.Target.Kind.LABEL, labels);
    return join(within(target, () -> statement(labeled.statement(), from)), target.breaks());
  }

  private List<Loose> loop(Stmt.Loop loop, List<String> labels, List<Loose> from) {
    List<Loose> start = sequence(loop.init(), from);
    if (loop.kind() == Stmt.LoopKind.FOR_EACH && loop.condition() != null) {
      start = expressions.evaluate(loop.condition(), start);
    }
    Node head = graph.tie(start, graph.add(null));
    var target = new Scope.Target(scope, Scope.Target.Kind.LOOP, labels);
    return loop.kind() == Stmt.LoopKind.DO
        ? doLoop(loop, head, target)
        : testedLoop(loop, head, target);
  }

  private List<Loose> doLoop(Stmt.Loop loop, Node head, Scope.Target target) {
    List<Loose> end = within(target, () -> statement(loop.body(), normal(head)));
    ExpressionFlow.Branches again = test(loop, join(end, target.continues()));
    graph.tie(again.whenTrue(), head);
    return join(again.whenFalse(), target.breaks());
  }

  private List<Loose> testedLoop(Stmt.Loop loop, Node head, Scope.Target target) {
    ExpressionFlow.Branches enter = test(loop, normal(head));
    List<Loose> start = loop.variable() == null
        ? enter.whenTrue()
        : expressions.bind(loop.variable(), enter.whenTrue());
    List<Loose> end = within(target, () -> statement(loop.body(), start));
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

  private static List<Loose> normal(Node node) {
    return List.of(new Loose(node, EdgeKind.NORMAL));
  }

  /** A switch whose end is {@code target}'s breaks and what falls out of it. */
  List<Loose> choice(Stmt.Switch choice, Scope.Target target, List<Loose> from) {
    List<Loose> at = expressions.evaluate(choice.selector(), from);
    Node dispatch = graph.tie(at, graph.add(null));
    List<Loose> fallThrough = List.of();
    for (Stmt.Case branch : choice.cases()) {
      List<Loose> entered = guarded(branch, normal(dispatch));
      List<Loose> start = branch.arrow() ? entered : join(entered, fallThrough);
      List<Loose> end = within(target, () -> sequence(branch.body(), start));
      fallThrough = end;
      if (branch.arrow()) {
        target.breakFrom(end);
        fallThrough = List.of();
      }
    }
    List<Loose> noCase = choice.exhaustive() ? List.of() : normal(dispatch);
    return join(join(fallThrough, noCase), target.breaks());
  }

  private List<Loose> guarded(Stmt.Case branch, List<Loose> from) {
    return branch.guard() == null
        ? from
        : expressions.condition(branch.guard(), from).whenTrue();
  }

  private List<Loose> attempt(Stmt.Try attempt, List<Loose> from) {
    if (attempt.finallyBlock() == null) {
      return caught(attempt, from);
    }
    Stmt.Block last = attempt.finallyBlock();
    return cleanedUp(from, f -> statement(last, f), f -> caught(attempt, f));
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
    List<Loose> end = within(
        new Scope.Handlers(scope, handlers),
        () -> resources(attempt.resources(), attempt.body(), from));
    for (Map.Entry<Stmt.Catch, Node> handler : handlers.entrySet()) {
      end = join(end, statement(handler.getKey().body(), normal(handler.getValue())));
    }
    return end;
  }

  private List<Loose> resources(List<Stmt> resources, Stmt.Block code, List<Loose> from) {
    if (resources.isEmpty()) {
      return statement(code, from);
    }
    Stmt first = resources.get(0);
    List<Loose> opened = statement(first, from);
    Expr resource = resourceValue(first);
    Expr close = closeOf(resource, first.range());
    return cleanedUp(
        opened,
        f -> expressions.evaluate(close, f),
        f -> resources(resources.subList(1, resources.size()), code, f));
  }

  private static Expr resourceValue(Stmt resource) {
    return resource instanceof Stmt.Declare declare
        ? new Expr.LocalVar(declare.local(), declare.range())
        : ((Stmt.Eval) resource).expression();
  }

  private static Expr closeOf(Expr resource, SourceRange range) {
    var close = new MethodRef(resource.type(), "close", List.of());
    return new Expr.Call(
        Expr.Dispatch.VIRTUAL, close, resource, List.of(), List.of(), "void", range);
  }

  /** Code under a lock that the language itself gives back. */
  private List<Loose> locked(
      AccessPath lock, SourceRange range, List<Loose> from, UnaryOperator<List<Loose>> code) {
    List<Loose> held = graph.then(from, monitor(EventKind.ACQUIRE, lock, range));
    Event release = monitor(EventKind.RELEASE, lock, range);
    return cleanedUp(held, f -> graph.then(f, release), code);
  }

  private static Event monitor(EventKind kind, AccessPath lock, SourceRange range) {
    return new Event(kind, lock, null, MONITOR.withKind(kind), range);
  }

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

  private List<Loose> cleanedUp(
      List<Loose> from, UnaryOperator<List<Loose>> cleanup, UnaryOperator<List<Loose>> code) {
    var around = new Scope.Cleanup(scope, cleanup);
    List<Loose> end = within(around, () -> code.apply(from));
    return end.isEmpty() ? end : cleanup.apply(end);
  }

  <T> T within(@Nullable Scope inner, java.util.function.Supplier<T> code) {
    Scope before = scope;
    scope = inner;
    try {
      return code.get();
    } finally {
      scope = before;
    }
  }

  @Nullable
  Scope scope() {
    return scope;
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
        raise(node, type);
      }
    } else if (stmt instanceof Stmt.Break jump) {
      leave(scope, from, t -> breaks(t, jump.label()), Scope.Target::breakFrom);
    } else if (stmt instanceof Stmt.Continue jump) {
      leave(scope, from, t -> continues(t, jump.label()), Scope.Target::continueFrom);
    } else if (stmt instanceof Stmt.Yield yield) {
      List<Loose> at = expressions.evaluate(yield.value(), from);
      leave(scope, at, t -> t.kind == Scope.Target.Kind.SWITCH_VALUE, Scope.Target::breakFrom);
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
    leave(
        scope,
        graph.then(at, event),
        t -> t.kind == Scope.Target.Kind.INLINED,
        Scope.Target::breakFrom);
  }

  /** Takes a jump outwards through all cleanup to its target, or to the end of the body. */
  private void leave(
      @Nullable Scope at,
      List<Loose> from,
      java.util.function.Predicate<Scope.Target> isTarget,
      java.util.function.BiConsumer<Scope.Target, List<Loose>> arrive) {
    List<Loose> ends = from;
    for (Scope s = at; s != null && !ends.isEmpty(); s = s.outer) {
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
    List<Loose> end = within(cleanup.outer, () -> cleanup.run(normal(start)));
    List<Node> next = handlersOf(thrown, cleanup.outer);
    end.forEach(loose -> graph.tieAll(loose, next));
    return start;
  }
}
