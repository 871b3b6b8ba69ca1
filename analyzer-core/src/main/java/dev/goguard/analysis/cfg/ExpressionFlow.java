package dev.goguard.analysis.cfg;

import static dev.goguard.analysis.cfg.Graph.join;

import dev.goguard.analysis.call.Exceptions;
import dev.goguard.analysis.call.Operands;
import dev.goguard.analysis.cfg.Cfg.EdgeKind;
import dev.goguard.analysis.cfg.Cfg.Node;
import dev.goguard.analysis.cfg.Graph.Loose;
import dev.goguard.analysis.event.AccessPath;
import dev.goguard.analysis.event.Event;
import dev.goguard.analysis.ir.Expr;
import dev.goguard.analysis.ir.Local;
import dev.goguard.analysis.ir.MethodRef;
import dev.goguard.analysis.ir.SourceRange;
import dev.goguard.analysis.ir.Stmt;
import dev.goguard.analysis.ir.Walk;
import dev.goguard.analysis.model.ApiModels;
import dev.goguard.analysis.model.Effect;
import dev.goguard.analysis.model.EventKind;
import dev.goguard.analysis.model.Operand;
import dev.goguard.analysis.program.Body;
import dev.goguard.analysis.program.Program;
import dev.goguard.analysis.program.Values;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The part of the builder for expressions: evaluation order, short circuits, events of calls,
 * lambdas run at once.
 */
final class ExpressionFlow {
  private final Body body;
  private final Program program;
  private final Values values;
  private final Exceptions exceptions;
  private final ApiModels models;
  private final Graph graph;
  private final CfgBuilder statements;
  private final Exits exits;
  private final Set<Body> inlined = new HashSet<>();

  /** The two ways out of a condition. */
  record Branches(List<Loose> whenTrue, List<Loose> whenFalse) {}

  ExpressionFlow(
      Body body,
      Program program,
      Values values,
      Exceptions exceptions,
      ApiModels models,
      Graph graph,
      CfgBuilder statements,
      Exits exits) {
    this.body = body;
    this.program = program;
    this.values = values;
    this.exceptions = exceptions;
    this.models = models;
    this.graph = graph;
    this.statements = statements;
    this.exits = exits;
  }

  List<Loose> declare(Stmt.Declare declare, List<Loose> from) {
    if (declare.init() == null) {
      return from;
    }
    var write = new Event(
        EventKind.WRITE, AccessPath.of(declare.local()), declare.init(), null, declare.range());
    return then(evaluate(declare.init(), from), write);
  }

  List<Loose> evaluate(Expr expr, List<Loose> from) {
    if (from.isEmpty()) {
      return from;
    } else if (expr instanceof Expr.Assign assign) {
      return assign(assign, from);
    } else if (expr instanceof Expr.Call || expr instanceof Expr.New) {
      return invoke(expr, from);
    } else if (expr instanceof Expr.Conditional choice) {
      Branches branches = condition(choice.condition(), from);
      return join(
          evaluate(choice.whenTrue(), branches.whenTrue()),
          evaluate(choice.whenFalse(), branches.whenFalse()));
    } else if (expr instanceof Expr.Binary binary && isShortCircuit(binary)) {
      Branches branches = condition(expr, from);
      return join(branches.whenTrue(), branches.whenFalse());
    } else if (expr instanceof Expr.SwitchValue value) {
      var kind = Scope.Target.Kind.SWITCH_VALUE;
      var target = new Scope.Target(exits.scope(), kind, List.of());
      return statements.choice(value.body(), target, from);
    }
    List<Loose> at = evaluateAll(Walk.operands(expr), from);
    return isStorage(expr) ? then(at, access(EventKind.READ, expr)) : at;
  }

  private static boolean isShortCircuit(Expr.Binary binary) {
    return binary.operator().equals("&&") || binary.operator().equals("||");
  }

  private static boolean isStorage(Expr expr) {
    return expr instanceof Expr.Field || expr instanceof Expr.Element;
  }

  private Event access(EventKind kind, Expr expr) {
    return new Event(kind, values.path(body, expr), expr, null, expr.range());
  }

  private List<Loose> evaluateAll(List<Expr> operands, List<Loose> from) {
    List<Loose> at = from;
    for (Expr operand : operands) {
      at = evaluate(operand, at);
    }
    return at;
  }

  private List<Loose> assign(Expr.Assign assign, List<Loose> from) {
    Expr target = assign.target();
    List<Loose> at = evaluateAll(Walk.operands(target), from);
    if (assign.operator() != null && isStorage(target)) {
      at = then(at, access(EventKind.READ, target));
    }
    at = evaluate(assign.value(), at);
    AccessPath path = target instanceof Expr.LocalVar variable
        ? AccessPath.of(variable.local())
        : values.path(body, target);
    return then(at, new Event(EventKind.WRITE, path, assign, null, assign.range()));
  }

  private List<Loose> invoke(Expr expr, List<Loose> from) {
    List<Effect> effects = values.effects(expr);
    List<Loose> at = evaluateAll(Walk.operands(expr), from);
    for (Effect effect : effects) {
      if (effect.kind() == EventKind.INVOKE_NOW) {
        at = isUnderLock(effect) ? inlineLocked(expr, effect, at) : inline(expr, effect, at);
      } else if (comesBeforeCallback(effect, effects)) {
        at = then(at, event(expr, effect));
      }
    }
    if (at.isEmpty()) {
      return at;
    }
    Node call = graph.tie(
        at, graph.add(new Event(EventKind.CALL, receiverPath(expr), expr, null, expr.range())));
    if (effects.stream().noneMatch(ExpressionFlow::givesBack)) {
      exceptions.thrownBy(body, expr).forEach(type -> exits.raise(call, type));
    }
    return effects(expr, effects, List.of(new Loose(call, EdgeKind.NORMAL)));
  }

  private List<Loose> effects(Expr expr, List<Effect> effects, List<Loose> from) {
    List<Loose> at = from;
    for (Effect effect : effects) {
      if (effect.kind() == EventKind.EXIT) {
        then(at, event(expr, effect));
        return List.of();
      }
      at = comesBeforeCallback(effect, effects) ? at : then(at, event(expr, effect));
    }
    return at;
  }

  private Event event(Expr expr, Effect effect) {
    Expr on = Operands.value(expr, effect.on(), models);
    AccessPath path = on == null ? null : values.path(body, on);
    return new Event(effect.kind(), path, expr, effect, expr.range());
  }

  /** A handler of a receive runs after it. */
  private static boolean comesBeforeCallback(Effect effect, List<Effect> effects) {
    return effect.kind() == EventKind.RECEIVE
        && effects.stream().anyMatch(e -> e.kind() == EventKind.INVOKE_NOW);
  }

  private static boolean isUnderLock(Effect effect) {
    return effect.mode() == Effect.Mode.MONITOR;
  }

  /**
   * A callback that the called method runs under a lock of its own: nobody can name it, but it is
   * the same for all who call.
   */
  private List<Loose> inlineLocked(Expr expr, Effect effect, List<Loose> from) {
    MethodRef target =
        expr instanceof Expr.Call call ? call.target() : ((Expr.New) expr).constructor();
    AccessPath lock =
        AccessPath.of(new AccessPath.StaticRoot(target.owner())).thenPseudo(target.name() + "()");
    Event acquire =
        new Event(EventKind.ACQUIRE, lock, null, effect.withKind(EventKind.ACQUIRE), expr.range());
    Event release =
        new Event(EventKind.RELEASE, lock, null, effect.withKind(EventKind.RELEASE), expr.range());
    return then(inline(expr, effect, then(from, acquire)), release);
  }

  /** A call that gives something back has done so even when it throws. */
  private static boolean givesBack(Effect effect) {
    return switch (effect.kind()) {
      case RELEASE, PERMIT_RELEASE, GROUP_DONE, CLOSE, CONTEXT_CANCEL -> true;
      default -> false;
    };
  }

  private @Nullable AccessPath receiverPath(Expr expr) {
    return expr instanceof Expr.Call call && call.receiver() != null
        ? values.path(body, call.receiver())
        : null;
  }

  /** The body of a lambda that the call runs before it returns, any number of times. */
  private List<Loose> inline(Expr call, Effect effect, List<Loose> from) {
    Operand operand = effect.body();
    Expr callback = operand == null ? null : Operands.value(call, operand, models);
    Expr origin = callback == null ? null : values.origin(body, callback);
    if (origin instanceof Expr.MethodReference reference) {
      return referenced(reference, from);
    }
    if (!(origin instanceof Expr.Lambda lambda)) {
      return from;
    }
    Body code = program.body(lambda.body());
    if (from.isEmpty() || !inlined.add(code)) {
      return from;
    }
    Node head = graph.tie(from, graph.add(null));
    Branches turn = branch(null, lambda.range(), List.of(new Loose(head, EdgeKind.NORMAL)));
    var target = new Scope.Target(exits.scope(), Scope.Target.Kind.INLINED, List.of());
    List<Loose> start = bound(code.method().parameters(), turn.whenTrue());
    List<Loose> end =
        exits.within(target, () -> statements.statement(code.method().body(), start));
    graph.tie(join(end, target.breaks()), head);
    inlined.remove(code);
    return turn.whenFalse();
  }

  private List<Loose> bound(List<Local> parameters, List<Loose> from) {
    List<Loose> at = from;
    for (Local parameter : parameters) {
      at = bind(parameter, at);
    }
    return at;
  }

  /** What taking the next element does to what is iterated: a range over a channel receives. */
  List<Loose> nextElement(Stmt.Loop loop, Local variable, List<Loose> from) {
    List<Loose> at = from;
    Expr iterated = loop.condition();
    if (iterated != null) {
      var iterator = new MethodRef(iterated.type(), "iterator", List.of());
      AccessPath path = values.path(body, iterated);
      for (Effect effect : values.effects(iterator)) {
        at = then(at, new Event(effect.kind(), path, iterated, effect, iterated.range()));
      }
    }
    return bind(variable, at);
  }

  /**
   * A local that gets a value which no expression stands for: a loop variable, a parameter of a
   * lambda.
   */
  List<Loose> bind(Local local, List<Loose> from) {
    var write = new Event(EventKind.WRITE, AccessPath.of(local), null, null, local.range());
    return then(from, write);
  }

  /** What a referenced library method does to each of the values that it is run for. */
  private List<Loose> referenced(Expr.MethodReference reference, List<Loose> from) {
    Expr receiver = reference.receiver() == null ? reference : reference.receiver();
    AccessPath path = values.path(body, receiver);
    List<Loose> at = from;
    for (Effect effect : values.effects(reference.target())) {
      at = then(at, new Event(effect.kind(), path, reference, effect, reference.range()));
    }
    return at;
  }

  /** Evaluates a condition; constants have one way out only. */
  Branches condition(Expr expr, List<Loose> from) {
    if (expr instanceof Expr.Unary unary && unary.operator().equals("!")) {
      Branches inner = condition(unary.operand(), from);
      return new Branches(inner.whenFalse(), inner.whenTrue());
    } else if (expr instanceof Expr.Binary binary && isShortCircuit(binary)) {
      return shortCircuit(binary, from);
    } else if (expr instanceof Expr.Literal literal && literal.type().equals("boolean")) {
      return literal.value().equals("true")
          ? new Branches(from, List.of())
          : new Branches(List.of(), from);
    }
    return branch(expr, expr.range(), evaluate(expr, from));
  }

  private Branches shortCircuit(Expr.Binary binary, List<Loose> from) {
    Branches left = condition(binary.left(), from);
    if (binary.operator().equals("&&")) {
      Branches right = condition(binary.right(), left.whenTrue());
      return new Branches(right.whenTrue(), join(left.whenFalse(), right.whenFalse()));
    }
    Branches right = condition(binary.right(), left.whenFalse());
    return new Branches(join(left.whenTrue(), right.whenTrue()), right.whenFalse());
  }

  /** A branch on {@code condition}, or on something that nobody knows when it is null. */
  Branches branch(@Nullable Expr condition, SourceRange range, List<Loose> from) {
    if (from.isEmpty()) {
      return new Branches(from, from);
    }
    Node node =
        graph.tie(from, graph.add(new Event(EventKind.BRANCH, null, condition, null, range)));
    return new Branches(
        List.of(new Loose(node, EdgeKind.TRUE)), List.of(new Loose(node, EdgeKind.FALSE)));
  }

  private List<Loose> then(List<Loose> from, Event event) {
    return from.isEmpty() ? from : graph.then(from, event);
  }
}
