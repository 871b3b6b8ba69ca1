package dev.goguard.analysis.call;

import dev.goguard.analysis.ir.Expr;
import dev.goguard.analysis.ir.Local;
import dev.goguard.analysis.ir.Modifier;
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
 * Finds out what source methods do with the functional arguments they are given: start them as a
 * task, or run them before they return.
 *
 * <p>So a lambda that is passed to {@code forEachEntry(...)} or {@code inBackground(...)} is
 * understood like one passed to the JDK, and nobody has to write a model for it. A method that
 * stores its argument, or that can be overridden elsewhere, stays unknown.
 */
public final class CallbackInference {
  private static final int ROUNDS = 3;

  private final Program program;
  private final Values values;
  private final ApiModels models;
  private final Set<List<Object>> known = new HashSet<>();

  public CallbackInference(Program program, Values values, ApiModels models) {
    this.program = program;
    this.values = values;
    this.models = models;
  }

  /** Adds what is found to the values; a round finds the callers of what the last one found. */
  public void run() {
    for (int round = 0; round < ROUNDS; round++) {
      program.bodies().stream().filter(this::isCandidate).forEach(this::infer);
    }
  }

  private boolean isCandidate(Body body) {
    return !body.isLambda()
        && body.method().body() != null
        && body.method().parameters().stream().anyMatch(p -> models.isCallback(p.type()))
        && program.hierarchy().subtypes(body.type().name()).size() <= 1;
  }

  private void infer(Body body) {
    List<Local> parameters = body.method().parameters();
    Walk.expressions(body.method().body(), e -> {
      Effect use = use(body, e);
      Local parameter = use == null ? null : parameterOf(body, e, use);
      int index = parameter == null ? -1 : parameters.indexOf(parameter);
      if (use != null && index >= 0 && models.isCallback(parameters.get(index).type())) {
        add(body, use, index);
      }
    });
  }

  private void add(Body body, Effect use, int index) {
    if (known.add(List.of(body, use.kind(), index))) {
      Effect inferred = use.withBody(new Operand(index));
      values.infer(body.method().ref(), locks(body) ? inferred.underLock() : inferred);
    }
  }

  /** Whether the body takes a lock: what it runs may run under it. */
  private boolean locks(Body body) {
    boolean[] found = {body.method().is(Modifier.SYNCHRONIZED)};
    Walk.statements(body.method().body(), s -> found[0] |= s instanceof Stmt.Sync);
    Walk.expressions(
        body.method().body(),
        e -> found[0] |= values.effects(e).stream().anyMatch(CallbackInference::isLock));
    return found[0];
  }

  private static boolean isLock(Effect effect) {
    return effect.kind() == EventKind.ACQUIRE || effect.mode() == Effect.Mode.MONITOR;
  }

  /** How an expression uses a functional value, if it does. */
  private @Nullable Effect use(Body body, Expr expr) {
    for (Effect effect : values.effects(expr)) {
      if (effect.kind() == EventKind.SPAWN || effect.kind() == EventKind.INVOKE_NOW) {
        return effect;
      }
    }
    boolean invoked = expr instanceof Expr.Call call
        && call.receiver() instanceof Expr.LocalVar
        && models.isCallback(call.receiver().type());
    return invoked ? Effect.invokeNow(Operand.RECEIVER) : null;
  }

  private @Nullable Local parameterOf(Body body, Expr expr, Effect use) {
    Expr value = use.body() == null ? null : Operands.value(expr, use.body(), models);
    Expr origin = value == null ? null : unwrapped(values.origin(body, value));
    return origin instanceof Expr.LocalVar variable ? variable.local() : null;
  }

  private @Nullable Expr unwrapped(Expr origin) {
    for (Effect effect : values.effects(origin)) {
      if (effect.kind() == EventKind.TASK && effect.body() != null) {
        return Operands.value(origin, effect.body(), models);
      }
    }
    return origin;
  }
}
