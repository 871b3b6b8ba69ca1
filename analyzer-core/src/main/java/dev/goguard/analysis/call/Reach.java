package dev.goguard.analysis.call;

import dev.goguard.analysis.ir.Expr;
import dev.goguard.analysis.ir.Modifier;
import dev.goguard.analysis.ir.Stmt;
import dev.goguard.analysis.ir.Walk;
import dev.goguard.analysis.model.ApiModels;
import dev.goguard.analysis.model.Effect;
import dev.goguard.analysis.model.EventKind;
import dev.goguard.analysis.program.Body;
import dev.goguard.analysis.program.Program;
import dev.goguard.analysis.program.Values;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which kinds of event a body can reach, by itself and by what it calls on its own thread.
 *
 * <p>Known are the events of API models, and the acquire of {@code synchronized}; the release that
 * goes with it is not. Reads, calls, returns and the like are in nearly every body, and asking for
 * them is an error.
 *
 * <p>One pass over the whole program and a fixed point over the call graph. The other analyses ask
 * here first, and so look closely at the few bodies that matter.
 */
public final class Reach {
  private final Program program;
  private final Values values;
  private final CallGraph calls;
  private final ApiModels models;
  private final Map<Body, Set<EventKind>> kinds = new HashMap<>();
  private final Map<Body, Set<EventKind>> direct = new HashMap<>();
  private final Map<Body, List<Body>> callers = new HashMap<>();
  private final Map<Integer, Map<Body, Integer>> heights = new HashMap<>();

  public Reach(Program program, Values values, CallGraph calls, ApiModels models) {
    this.program = program;
    this.values = values;
    this.calls = calls;
    this.models = models;
    program.bodies().forEach(this::collect);
    propagate();
  }

  private void collect(Body body) {
    EnumSet<EventKind> own = EnumSet.noneOf(EventKind.class);
    if (body.method().is(Modifier.SYNCHRONIZED)) {
      own.add(EventKind.ACQUIRE);
    }
    Walk.statements(body.method().body(), s -> addStatement(body, own, s));
    Walk.expressions(body.method().body(), e -> addExpression(body, own, e));
    direct.put(body, own);
    kinds.put(body, own.clone());
  }

  private void addStatement(Body body, Set<EventKind> own, Stmt stmt) {
    if (stmt instanceof Stmt.Sync) {
      own.add(EventKind.ACQUIRE);
    } else if (stmt instanceof Stmt.Try attempt) {
      attempt.resources().forEach(r -> addExpression(body, own, Resources.close(r)));
    }
  }

  private void addExpression(Body body, Set<EventKind> own, Expr expr) {
    for (Effect effect : values.effects(expr)) {
      own.add(effect.kind());
      if (effect.kind() == EventKind.INVOKE_NOW) {
        addCallback(body, expr, effect);
      }
    }
    if (expr instanceof Expr.Call call) {
      calls.targets(body, call).bodies().forEach(target -> addCaller(target, body));
    } else if (expr instanceof Expr.New created) {
      calls.targets(created).bodies().forEach(target -> addCaller(target, body));
    }
  }

  private void addCallback(Body body, Expr expr, Effect effect) {
    Expr callback = effect.body() == null ? null : Operands.value(expr, effect.body(), models);
    if (callback != null && values.origin(body, callback) instanceof Expr.Lambda lambda) {
      addCaller(program.body(lambda.body()), body);
    }
  }

  private void addCaller(Body target, Body caller) {
    callers.computeIfAbsent(target, b -> new ArrayList<>()).add(caller);
  }

  /**
   * The length of the longest chain of calls below a body, or {@code limit} when it is longer or
   * endless.
   */
  public int height(Body body, int limit) {
    return heights.computeIfAbsent(limit, this::computeHeights).getOrDefault(body, 0);
  }

  private Map<Body, Integer> computeHeights(int limit) {
    Map<Body, Integer> height = new HashMap<>();
    Set<Body> level = new HashSet<>(callers.keySet());
    for (int calls = 1; calls <= limit; calls++) {
      Set<Body> above = new HashSet<>();
      for (Body body : level) {
        above.addAll(callers(body));
      }
      for (Body body : above) {
        height.put(body, calls);
      }
      level = above;
    }
    return height;
  }

  private void propagate() {
    var queue = new ArrayDeque<Body>();
    program.bodies().stream().filter(b -> !kinds.get(b).isEmpty()).forEach(queue::add);
    while (!queue.isEmpty()) {
      Body body = queue.remove();
      for (Body caller : callers.getOrDefault(body, List.of())) {
        if (kinds.get(caller).addAll(kinds.get(body))) {
          queue.add(caller);
        }
      }
    }
  }

  /** Whether running this body can lead to an event of this kind on the same thread. */
  public boolean can(Body body, EventKind kind) {
    return kinds.get(body).contains(known(kind));
  }

  /** Whether the body itself has an event of this kind. */
  public boolean has(Body body, EventKind kind) {
    return direct.get(body).contains(known(kind));
  }

  private static EventKind known(EventKind kind) {
    if (kind.isOfCode()) {
      throw new IllegalArgumentException(kind + " is not looked for: nearly every body has it");
    }
    return kind;
  }

  /** The bodies that call this one. */
  public List<Body> callers(Body body) {
    return callers.getOrDefault(body, List.of());
  }

  /**
   * Whether running {@code outer} may run {@code inner}: it is that body, calls it, or holds it.
   */
  public boolean runs(Body outer, Body inner) {
    Set<Body> seen = new HashSet<>(Set.of(inner));
    var queue = new ArrayDeque<Body>(seen);
    while (!queue.isEmpty()) {
      Body body = queue.remove();
      if (body.equals(outer)) {
        return true;
      }
      callers(body).stream().filter(seen::add).forEach(queue::add);
      if (body.enclosing() != null && seen.add(body.enclosing())) {
        queue.add(body.enclosing());
      }
    }
    return false;
  }
}
