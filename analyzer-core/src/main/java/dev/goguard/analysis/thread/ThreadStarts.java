package dev.goguard.analysis.thread;

import dev.goguard.analysis.call.CallGraph;
import dev.goguard.analysis.call.Operands;
import dev.goguard.analysis.call.Reach;
import dev.goguard.analysis.cfg.Cfg;
import dev.goguard.analysis.cfg.Cfg.Node;
import dev.goguard.analysis.event.Event;
import dev.goguard.analysis.ir.Expr;
import dev.goguard.analysis.ir.Local;
import dev.goguard.analysis.ir.Stmt;
import dev.goguard.analysis.ir.Walk;
import dev.goguard.analysis.model.ApiModels;
import dev.goguard.analysis.model.Effect;
import dev.goguard.analysis.model.Effect.ExecutorKind;
import dev.goguard.analysis.model.EventKind;
import dev.goguard.analysis.program.Body;
import dev.goguard.analysis.program.Program;
import dev.goguard.analysis.program.Values;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The spawns that cost a new thread each time: no pool keeps their number down. */
public final class ThreadStarts {
  private static final int MAX_DEPTH = 3;

  private final Function<Body, Optional<Cfg>> cfgs;
  private final Program program;
  private final Values values;
  private final CallGraph calls;
  private final ApiModels models;
  private final Reach reach;
  private final Spawns spawns;
  private final Admission admission;
  private final Map<Body, Optional<SpawnSite>> always = new HashMap<>();

  public ThreadStarts(
      Function<Body, Optional<Cfg>> cfgs,
      Program program,
      Values values,
      CallGraph calls,
      ApiModels models,
      Reach reach,
      Spawns spawns,
      Admission admission) {
    this.cfgs = cfgs;
    this.program = program;
    this.values = values;
    this.calls = calls;
    this.models = models;
    this.reach = reach;
    this.spawns = spawns;
    this.admission = admission;
  }

  /** The spawn that an event is, when it starts a thread for a task made for it. */
  public Optional<SpawnSite> at(@Nullable Event event) {
    SpawnSite site = event == null || !event.is(EventKind.SPAWN) ? null : spawns.at(event);
    return site != null
            && site.executor() == ExecutorKind.UNBOUNDED
            && !isOfSource(site.expr())
            && isMadeForIt(site)
        ? Optional.of(site)
        : Optional.empty();
  }

  /** What a source method does is seen in its code. */
  private boolean isOfSource(Expr expr) {
    Body target = expr instanceof Expr.Call call ? program.method(call.target()) : null;
    return target != null && target.method().body() != null;
  }

  /** Not for a task or a thread that is an element of what is run over, or existed before. */
  private boolean isMadeForIt(SpawnSite site) {
    Effect effect = site.effect();
    Expr task = effect.body() == null ? null : Operands.value(site.expr(), effect.body(), models);
    Expr origin = task == null ? null : values.origin(site.spawner(), task);
    boolean isThread = effect.on().equals(effect.body());
    if (isThread && origin instanceof Expr.LocalVar variable) {
      List<Expr> made = values.assigned(site.spawner(), variable.local());
      return !made.isEmpty() && made.stream().allMatch(thread -> isMade(site.spawner(), thread));
    }
    return origin != null
        && (isThread ? isMade(site.spawner(), origin) : !isElement(site.spawner(), origin));
  }

  private boolean isMade(Body body, Expr thread) {
    for (Effect effect : values.effects(thread)) {
      Expr task = effect.kind() == EventKind.TASK && effect.body() != null
          ? Operands.value(thread, effect.body(), models)
          : null;
      if (task != null) {
        return !isElement(body, values.origin(body, task));
      }
    }
    return thread instanceof Expr.New || thread instanceof Expr.This;
  }

  private boolean isElement(Body body, Expr origin) {
    return origin instanceof Expr.LocalVar variable
        && (program.locals(body).isLoopVariable(variable.local())
            || body.isLambda() && body.method().parameters().contains(variable.local()));
  }

  /**
   * Whether nobody can wait for the task: the result of the spawn is dropped, its thread is given
   * to nobody, and its group is not somebody else's.
   */
  public boolean isForgotten(SpawnSite site) {
    Body body = site.spawner();
    Expr on = Operands.value(site.expr(), site.effect().on(), models);
    boolean isThread = on == null
        || program.hierarchy().isSubtype(on.type(), "java.lang.Thread")
        || on.type().startsWith("java.lang.Thread$");
    boolean isGroup = !isThread && site.effect().executor() != null;
    boolean isMade = on == null || values.origin(body, on) instanceof Expr.New;
    return isDropped(site) && (!isGroup || isMade) && !(isThread && isGiven(body, on));
  }

  private static boolean isDropped(SpawnSite site) {
    boolean[] dropped = {false};
    Stmt code = site.spawner().method().body();
    Walk.statements(code, s -> dropped[0] |= isDropped(s, site.expr()));
    return dropped[0];
  }

  private static boolean isDropped(Stmt stmt, Expr expr) {
    return stmt instanceof Stmt.Eval eval && eval.expression() == expr
        || stmt instanceof Stmt.Return result && result.value() == expr;
  }

  private static boolean isGiven(Body body, @Nullable Expr thread) {
    return thread instanceof Expr.LocalVar variable
        && Walk.first(
                body.method().body(), e -> isArgument(e, variable.local()) ? Boolean.TRUE : null)
            != null;
  }

  private static boolean isArgument(Expr expr, Local local) {
    return expr instanceof Expr.Call call
        && call.arguments().stream()
            .anyMatch(a -> a instanceof Expr.LocalVar v && v.local().equals(local));
  }

  /** A spawn that every normal run of what an event calls comes to, without waiting for others. */
  public Optional<SpawnSite> behind(Body body, @Nullable Event call) {
    return call != null && call.is(EventKind.CALL)
        ? behind(body, call, MAX_DEPTH)
        : Optional.empty();
  }

  private Optional<SpawnSite> behind(Body body, Event event, int depth) {
    CallGraph.Targets targets = event.expr() instanceof Expr.Call call
        ? calls.targets(body, call)
        : event.expr() instanceof Expr.New created ? calls.targets(created) : null;
    return depth > 0
            && targets != null
            && targets.complete()
            && targets.bodies().size() == 1
            && reach.can(targets.bodies().get(0), EventKind.SPAWN)
        ? always(targets.bodies().get(0), depth)
        : Optional.empty();
  }

  private Optional<SpawnSite> always(Body body, int depth) {
    Optional<SpawnSite> known = always.get(body);
    if (known == null) {
      always.put(body, Optional.empty());
      known = admission.mayWait(body)
          ? Optional.empty()
          : cfgs.apply(body).flatMap(cfg -> always(cfg, depth));
      always.put(body, known);
    }
    return known;
  }

  private Optional<SpawnSite> always(Cfg cfg, int depth) {
    Set<Integer> starts = new HashSet<>();
    List<SpawnSite> sites = new ArrayList<>();
    for (Node node : cfg.nodes()) {
      Event event = node.event();
      Optional<SpawnSite> site = at(event);
      if (site.isEmpty() && event != null && event.is(EventKind.CALL)) {
        site = behind(cfg.body(), event, depth - 1);
      }
      if (site.isPresent()) {
        starts.add(node.id());
        sites.add(site.get());
      }
    }
    boolean canAvoid =
        cfg.reachable(cfg.entry(), n -> starts.contains(n.id())).get(cfg.exit().id());
    return canAvoid || sites.isEmpty() ? Optional.empty() : Optional.of(sites.get(0));
  }

  /**
   * Whether the tasks of a spawn call the method that it stands in, so that one spawn leads to
   * several: {@code inLoop}, or by more than one call.
   */
  public boolean multiply(SpawnSite site, Body method, boolean inLoop) {
    Set<Body> callers = callers(method);
    return site.tasks().stream()
        .map(Task::body)
        .anyMatch(task -> callers.contains(task)
            && (inLoop || cfgs.apply(task).map(cfg -> callsTwice(cfg, callers)).orElse(false)));
  }

  /** The method and all that lead to it on the same thread. */
  private Set<Body> callers(Body method) {
    Set<Body> found = new LinkedHashSet<>(List.of(method));
    for (int i = 0; i < MAX_DEPTH; i++) {
      found.addAll(
          found.stream().flatMap(b -> reach.callers(b).stream()).collect(Collectors.toSet()));
    }
    return found;
  }

  private boolean callsTwice(Cfg cfg, Set<Body> methods) {
    List<Node> again = cfg.with(EventKind.CALL).stream()
        .filter(n -> n.event() != null
            && n.event().expr() instanceof Expr.Call call
            && calls.targets(cfg.body(), call).bodies().stream().anyMatch(methods::contains))
        .toList();
    return again.stream()
        .anyMatch(first -> again.stream().anyMatch(n -> cfg.reachableFrom(first).get(n.id())));
  }
}
