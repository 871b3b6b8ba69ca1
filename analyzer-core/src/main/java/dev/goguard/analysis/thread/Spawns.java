package dev.goguard.analysis.thread;

import dev.goguard.analysis.call.Bindings;
import dev.goguard.analysis.call.CallGraph;
import dev.goguard.analysis.call.Operands;
import dev.goguard.analysis.call.Reach;
import dev.goguard.analysis.event.Event;
import dev.goguard.analysis.ir.Expr;
import dev.goguard.analysis.ir.Walk;
import dev.goguard.analysis.model.ApiModels;
import dev.goguard.analysis.model.Effect;
import dev.goguard.analysis.model.EventKind;
import dev.goguard.analysis.model.Operand;
import dev.goguard.analysis.program.Body;
import dev.goguard.analysis.program.Program;
import dev.goguard.analysis.program.Values;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds every place that starts a task, and the code of the task behind lambdas, references,
 * wrappers and task classes.
 */
public final class Spawns {
  private static final int MAX_WRAPPERS = 6;

  private final Program program;
  private final Values values;
  private final CallGraph calls;
  private final Bindings bindings;
  private final ApiModels models;
  private final Map<Body, List<SpawnSite>> sites = new HashMap<>();
  private final Map<Expr, List<SpawnSite>> byExpr = new IdentityHashMap<>();
  private final List<SpawnSite> all = new ArrayList<>();

  public Spawns(
      Program program,
      Values values,
      CallGraph calls,
      Bindings bindings,
      ApiModels models,
      Reach reach) {
    this.program = program;
    this.values = values;
    this.calls = calls;
    this.bindings = bindings;
    this.models = models;
    for (Body body : program.bodies()) {
      if (reach.has(body, EventKind.SPAWN)) {
        Walk.expressions(body.method().body(), e -> add(body, e));
      }
    }
  }

  private void add(Body body, Expr expr) {
    for (Effect effect : values.effects(expr)) {
      if (effect.kind() == EventKind.SPAWN) {
        var site = new SpawnSite(
            body, expr, effect, tasks(body, expr, effect), executor(body, expr, effect));
        sites.computeIfAbsent(body, b -> new ArrayList<>()).add(site);
        byExpr.computeIfAbsent(expr, e -> new ArrayList<>()).add(site);
        all.add(site);
      }
    }
  }

  /** Every spawn site of the program, in source order. */
  public List<SpawnSite> all() {
    return all;
  }

  /** The spawn site that an event is, wherever its code stands. */
  public @Nullable SpawnSite at(Event event) {
    return byExpr.getOrDefault(event.expr(), List.of()).stream()
        .filter(site -> site.is(event))
        .findFirst()
        .orElse(null);
  }

  /** The spawn sites that stand in a body. */
  public List<SpawnSite> in(Body body) {
    return sites.getOrDefault(body, List.of());
  }

  private List<Task> tasks(Body body, Expr expr, Effect effect) {
    Expr value = effect.body() == null ? null : Operands.value(expr, effect.body(), models);
    return value == null ? List.of() : tasks(body, value, MAX_WRAPPERS);
  }

  /** The code that a functional value, a task object or a wrapper of one runs. */
  private List<Task> tasks(Body body, Expr value, int wrappers) {
    Expr origin = values.origin(body, value);
    if (origin instanceof Expr.Lambda lambda) {
      Body code = program.body(lambda.body());
      return List.of(new Task(code, bindings.ofLambda(body, code)));
    } else if (origin instanceof Expr.MethodReference reference) {
      return referenced(body, reference);
    }
    if (isListOfTasks(origin) && wrappers > 0) {
      return Walk.operands(origin).stream()
          .flatMap(e -> tasks(body, e, wrappers - 1).stream())
          .toList();
    }
    Expr wrapped = wrappers > 0 ? wrapped(origin) : null;
    if (wrapped != null) {
      return tasks(body, wrapped, wrappers - 1);
    }
    return objectTask(body, origin);
  }

  private static boolean isListOfTasks(Expr origin) {
    return origin instanceof Expr.Call call
        && (call.target().name().equals("of") || call.target().name().equals("asList"))
        && call.target().owner().startsWith("java.util.");
  }

  private @Nullable Expr wrapped(Expr origin) {
    for (Effect effect : values.effects(origin)) {
      Operand operand = effect.body();
      if (effect.kind() == EventKind.TASK && operand != null) {
        return Operands.value(origin, operand, models);
      }
    }
    return null;
  }

  private List<Task> referenced(Body body, Expr.MethodReference reference) {
    Body target = program.method(reference.target());
    return target == null || target.method().body() == null
        ? List.of()
        : List.of(new Task(target, bindings.ofReference(body, reference, target)));
  }

  private List<Task> objectTask(Body body, Expr object) {
    Body run = program.type(object.type()) == null ? null : calls.taskMethod(object.type());
    if (run == null) {
      return List.of();
    }
    return List.of(new Task(
        run,
        object instanceof Expr.New created
            ? bindings.ofCreated(body, created, run)
            : bindings.ofObject(body, object, run)));
  }

  private Effect.@Nullable ExecutorKind executor(Body body, Expr expr, Effect effect) {
    if (effect.executor() != null) {
      return effect.executor();
    }
    Expr on = Operands.value(expr, effect.on(), models);
    return on == null ? null : executorKind(values.origin(body, on));
  }

  private Effect.@Nullable ExecutorKind executorKind(Expr creation) {
    for (Effect effect : values.effects(creation)) {
      if (effect.kind() == EventKind.EXECUTOR) {
        return effect.executor();
      }
    }
    return null;
  }
}
