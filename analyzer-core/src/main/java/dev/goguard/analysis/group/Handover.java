package dev.goguard.analysis.group;

import dev.goguard.analysis.call.Binding;
import dev.goguard.analysis.call.Bindings;
import dev.goguard.analysis.call.CallGraph;
import dev.goguard.analysis.call.Reach;
import dev.goguard.analysis.event.AccessPath;
import dev.goguard.analysis.event.Event;
import dev.goguard.analysis.ir.Expr;
import dev.goguard.analysis.ir.Method;
import dev.goguard.analysis.ir.TypeDecl;
import dev.goguard.analysis.ir.Walk;
import dev.goguard.analysis.model.EventKind;
import dev.goguard.analysis.program.Body;
import dev.goguard.analysis.program.Program;
import dev.goguard.analysis.program.Values;
import dev.goguard.analysis.summary.Summaries;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Where code leaves it to somebody else to count a group down. */
final class Handover {
  private static final int MAX_DEPTH = 3;

  private final Program program;
  private final Values values;
  private final CallGraph calls;
  private final Bindings bindings;
  private final Summaries summaries;
  private final Reach reach;

  Handover(
      Program program,
      Values values,
      CallGraph calls,
      Bindings bindings,
      Summaries summaries,
      Reach reach) {
    this.program = program;
    this.values = values;
    this.calls = calls;
    this.bindings = bindings;
    this.summaries = summaries;
    this.reach = reach;
  }

  static Predicate<AccessPath> outside(Binding binding, Predicate<AccessPath> group) {
    return inside -> {
      AccessPath path = binding.translate(inside);
      return path != null && group.test(path);
    };
  }

  /** Whether a call gives the group, or code that counts it down, to code that nobody follows. */
  boolean by(Body body, Event call, Predicate<AccessPath> group) {
    return call.expr() != null && by(body, call.expr(), group, MAX_DEPTH);
  }

  private boolean by(Body body, Expr expr, Predicate<AccessPath> group, int depth) {
    List<Summaries.Bound> targets = summaries.targets(body, expr);
    for (Expr argument : arguments(expr)) {
      if (carries(body, argument, group) || targets.isEmpty() && is(body, argument, group)) {
        return true;
      }
    }
    if (targets.isEmpty()) {
      return expr instanceof Expr.Call call && isChoice(body, call);
    }
    Summaries.Bound target = targets.get(0);
    return depth > 0 && within(target.body(), outside(target.binding(), group), depth - 1);
  }

  /** Whether one of several targets may count something down. */
  private boolean isChoice(Body body, Expr.Call call) {
    return calls.targets(body, call).bodies().stream()
        .anyMatch(target -> reach.can(target, EventKind.GROUP_DONE));
  }

  /** Whether a body that is called hands the group on. */
  private boolean within(Body body, Predicate<AccessPath> group, int depth) {
    var found = new AtomicBoolean();
    Walk.expressions(body.method().body(), e -> {
      if (!found.get() && isCall(e)) {
        found.set(by(body, e, group, depth));
      }
    });
    return found.get();
  }

  private static boolean isCall(Expr expr) {
    return expr instanceof Expr.Call || expr instanceof Expr.New;
  }

  private static List<Expr> arguments(Expr expr) {
    if (expr instanceof Expr.Call call) {
      return call.arguments();
    }
    return expr instanceof Expr.New created ? created.arguments() : List.of();
  }

  private boolean is(Body body, Expr value, Predicate<AccessPath> group) {
    return group.test(values.path(body, value));
  }

  /** Whether a write keeps the group, or code that counts it down, for later. */
  boolean stores(Body body, Event write, Predicate<AccessPath> group) {
    return write.expr() instanceof Expr.Assign assign
        && !(assign.target() instanceof Expr.LocalVar)
        && (is(body, assign.value(), group) || carries(body, assign.value(), group));
  }

  /** Whether a value is code, or an object with code, that counts the group down when it runs. */
  private boolean carries(Body body, Expr value, Predicate<AccessPath> group) {
    Expr origin = values.origin(body, value);
    if (origin instanceof Expr.Lambda lambda) {
      Body code = program.body(lambda.body());
      return mentions(code, outside(bindings.ofLambda(body, code), group));
    } else if (origin instanceof Expr.MethodReference reference) {
      return refersTo(body, reference, group);
    } else if (origin instanceof Expr.New created) {
      return created.arguments().stream().anyMatch(a -> is(body, a, group))
          || declares(created.anonymousType(), group);
    }
    return false;
  }

  private boolean refersTo(Body body, Expr.MethodReference reference, Predicate<AccessPath> group) {
    if (reference.receiver() != null && is(body, reference.receiver(), group)) {
      return true;
    }
    Body target = program.method(reference.target());
    return target != null
        && mentions(target, outside(bindings.ofReference(body, reference, target), group));
  }

  private boolean declares(@Nullable String anonymousType, Predicate<AccessPath> group) {
    TypeDecl type = anonymousType == null ? null : program.type(anonymousType);
    return type != null && type.methods().stream().anyMatch(method -> mentions(method, group));
  }

  private boolean mentions(Method method, Predicate<AccessPath> group) {
    return mentions(program.body(method), group);
  }

  /** Whether code names the group anywhere, or calls something that counts it down. */
  private boolean mentions(Body code, Predicate<AccessPath> group) {
    boolean named = Boolean.TRUE.equals(Walk.first(
        code.method().body(), e -> isName(e) && is(code, e, group) ? Boolean.TRUE : null));
    return named
        || summaries.happenings(code).stream()
            .anyMatch(h -> h.is(EventKind.GROUP_DONE) && group.test(h.path()));
  }

  private static boolean isName(Expr expr) {
    return expr instanceof Expr.LocalVar || expr instanceof Expr.Field;
  }

  /**
   * Whether a condition depends on a number or flag that the tasks change together:
   * {@code pending.decrementAndGet() == 0}.
   */
  boolean asksOthers(Body body, Event branch, Predicate<AccessPath> group) {
    var asks = new AtomicBoolean();
    if (branch.expr() != null) {
      Walk.expressions(branch.expr(), e -> {
        if (changesShared(values.origin(body, e)) || isName(e) && is(body, e, group)) {
          asks.set(true);
        }
      });
    }
    return asks.get();
  }

  private boolean changesShared(Expr expr) {
    if (expr instanceof Expr.Assign assign) {
      return assign.operator() != null && !(assign.target() instanceof Expr.LocalVar);
    }
    return expr instanceof Expr.Call call
        && call.receiver() != null
        && values.effects(call).stream().anyMatch(e -> e.kind() == EventKind.CONTAINER_WRITE);
  }
}
