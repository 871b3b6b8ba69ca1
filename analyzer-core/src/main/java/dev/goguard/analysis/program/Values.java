package dev.goguard.analysis.program;

import dev.goguard.analysis.event.AccessPath;
import dev.goguard.analysis.ir.Expr;
import dev.goguard.analysis.ir.FieldDecl;
import dev.goguard.analysis.ir.FieldRef;
import dev.goguard.analysis.ir.Local;
import dev.goguard.analysis.ir.MethodRef;
import dev.goguard.analysis.ir.Modifier;
import dev.goguard.analysis.ir.Stmt;
import dev.goguard.analysis.ir.Walk;
import dev.goguard.analysis.model.ApiModels;
import dev.goguard.analysis.model.Effect;
import dev.goguard.analysis.model.EventKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Names values by access paths and tells where they come from.
 *
 * <p>A local that only ever has one value is an alias of it where that value cannot change
 * meanwhile: another such local, {@code this}, or a final field of one. A method that only returns
 * a field is that field.
 */
public final class Values {
  private static final int MAX_HOPS = 8;

  /** What a call may do and still give the same object the next time. */
  private static final Set<EventKind> LOOK_UPS = Set.of(
      EventKind.VIEW,
      EventKind.SAME,
      EventKind.CONTAINER_READ,
      EventKind.CONTEXT_ROOT,
      EventKind.CONTEXT_DONE);

  private final Program program;
  private final ApiModels models;
  private final Map<MethodRef, List<Effect>> inferred = new HashMap<>();
  private final Map<MethodRef, Boolean> makers = new HashMap<>();

  public Values(Program program, ApiModels models) {
    this.program = program;
    this.models = models;
  }

  /** The effects of a call or creation. */
  public List<Effect> effects(Expr expr) {
    if (expr instanceof Expr.Call call) {
      List<Effect> ofReceiver = ofReceiver(call);
      return ofReceiver.isEmpty() ? effects(call.target()) : ofReceiver;
    }
    return expr instanceof Expr.New created ? effects(created.constructor()) : List.of();
  }

  /** What the receiver's type adds to a method that it inherits: {@code BlockingQueue.poll()}. */
  private List<Effect> ofReceiver(Expr.Call call) {
    String owner = call.target().owner();
    if (call.dispatch() != Expr.Dispatch.VIRTUAL
        || call.receiver() == null
        || call.receiver().type().equals(owner)) {
      return List.of();
    }
    var inherited = new MethodRef(
        call.receiver().type(), call.target().name(), call.target().parameterTypes());
    return models.effects(inherited, program.hierarchy()::supertypes);
  }

  /**
   * What the models say of a method; of a source method they do not know, what was inferred from
   * its code.
   */
  public List<Effect> effects(MethodRef target) {
    List<Effect> modelled = models.effects(target, program.hierarchy()::supertypes);
    return modelled.isEmpty() ? inferred.getOrDefault(target, List.of()) : modelled;
  }

  /** Adds what was inferred of a source method. */
  public void infer(MethodRef method, Effect effect) {
    inferred.computeIfAbsent(method, m -> new ArrayList<>()).add(effect);
  }

  /** Names the value of an expression that stands in {@code body}. */
  public AccessPath path(Body body, Expr expr) {
    return path(body, expr, MAX_HOPS);
  }

  private AccessPath path(Body body, Expr expr, int hops) {
    if (expr instanceof Expr.LocalVar variable) {
      return localPath(body, variable.local(), hops);
    } else if (expr instanceof Expr.This self) {
      return AccessPath.of(new AccessPath.ThisRoot(self.type()));
    } else if (expr instanceof Expr.Field field) {
      return fieldPath(body, field, hops);
    } else if (expr instanceof Expr.Element element) {
      return path(body, element.array(), hops).thenPseudo("[" + indexText(body, element) + "]");
    } else if (expr instanceof Expr.Cast cast) {
      return path(body, cast.operand(), hops);
    } else if (expr instanceof Expr.Assign assign && assign.operator() == null) {
      return path(body, assign.target(), hops);
    } else if (expr instanceof Expr.Literal literal && literal.value().endsWith(".class")) {
      String type = literal.value().substring(0, literal.value().length() - ".class".length());
      return AccessPath.of(new AccessPath.StaticRoot(type));
    }
    return expr instanceof Expr.Call call
        ? callPath(body, call, hops)
        : AccessPath.of(new AccessPath.ValueRoot(expr));
  }

  private AccessPath localPath(Body body, Local local, int hops) {
    Expr value = program.locals(body).onlyValue(local);
    if (value != null && hops > 0 && isStable(body, value, hops - 1)) {
      return path(body, value, hops - 1);
    }
    return AccessPath.of(local);
  }

  /** Whether evaluating {@code value} again, later, gives the same object. */
  private boolean isStable(Body body, Expr value, int hops) {
    if (value instanceof Expr.This) {
      return true;
    } else if (value instanceof Expr.Cast cast) {
      return isStable(body, cast.operand(), hops);
    } else if (value instanceof Expr.LocalVar variable) {
      return !program.locals(body).isReassigned(variable.local());
    } else if (value instanceof Expr.Field field) {
      return isFinal(field.field())
          && (field.receiver() == null || isStable(body, field.receiver(), hops));
    }
    return value instanceof Expr.Call call
        && call.receiver() != null
        && isStable(body, call.receiver(), hops)
        && (has(call, EventKind.VIEW) || has(call, EventKind.SAME) || isFinal(getterField(call)));
  }

  private boolean isFinal(@Nullable FieldRef ref) {
    FieldDecl field = ref == null ? null : program.field(ref);
    return field != null && field.is(Modifier.FINAL);
  }

  private AccessPath fieldPath(Body body, Expr.Field field, int hops) {
    AccessPath base = field.receiver() == null
        ? AccessPath.of(new AccessPath.StaticRoot(field.field().owner()))
        : path(body, field.receiver(), hops);
    return base.then(field.field());
  }

  private String indexText(Body body, Expr.Element element) {
    if (element.index() instanceof Expr.Literal literal) {
      return literal.value();
    }
    return element.index() instanceof Expr.LocalVar index
            && !program.locals(body).isReassigned(index.local())
        ? index.local().name()
        : "";
  }

  private AccessPath callPath(Body body, Expr.Call call, int hops) {
    FieldRef field = getterField(call);
    if (call.receiver() != null && has(call, EventKind.SAME)) {
      return path(body, call.receiver(), hops);
    } else if (call.receiver() != null && field != null) {
      return path(body, call.receiver(), hops).then(field);
    }
    String text = pseudoName(body, call);
    if (text == null) {
      return AccessPath.of(new AccessPath.ValueRoot(call));
    }
    return call.receiver() == null
        ? AccessPath.of(new AccessPath.StaticRoot(call.target().owner())).thenPseudo(text)
        : path(body, call.receiver(), hops).thenPseudo(text);
  }

  /**
   * {@code name(args)} for a call that looks like a look-up: all arguments are constants or
   * unchanging locals.
   */
  private @Nullable String pseudoName(Body body, Expr.Call call) {
    if (!effects(call).stream().allMatch(e -> LOOK_UPS.contains(e.kind()))
        || makers.computeIfAbsent(call.target(), this::makesObject)) {
      return null;
    }
    var text = new StringBuilder(call.target().name()).append('(');
    for (Expr argument : call.arguments()) {
      if (argument instanceof Expr.Literal literal) {
        text.append(literal.value());
      } else if (argument instanceof Expr.LocalVar variable
          && !program.locals(body).isReassigned(variable.local())) {
        text.append(variable.local().name());
      } else {
        return null;
      }
    }
    return text.append(')').toString();
  }

  /** Whether a source method may give a new object each time: {@code copy()}. */
  private boolean makesObject(MethodRef method) {
    Body target = program.method(method);
    var makes = new AtomicBoolean();
    if (target != null) {
      Walk.statements(target.method().body(), s -> {
        if (s instanceof Stmt.Return result && result.value() != null) {
          makes.compareAndSet(false, isMade(target, result.value()));
        }
      });
    }
    return makes.get();
  }

  private boolean isMade(Body body, Expr value) {
    return value instanceof Expr.New
        || value instanceof Expr.LocalVar variable
            && program.locals(body).onlyValue(variable.local()) instanceof Expr.New;
  }

  private boolean has(Expr.Call call, EventKind kind) {
    return effects(call).stream().anyMatch(e -> e.kind() == kind);
  }

  /** The field that a source method does nothing but return. */
  private @Nullable FieldRef getterField(Expr.Call call) {
    if (!call.arguments().isEmpty() || !call.target().isResolved()) {
      return null;
    }
    Body target = program.method(call.target());
    if (target == null || target.method().body() == null) {
      return null;
    }
    List<Stmt> statements = target.method().body().statements();
    return statements.size() == 1
            && statements.get(0) instanceof Stmt.Return result
            && result.value() instanceof Expr.Field field
            && field.receiver() instanceof Expr.This
        ? field.field()
        : null;
  }

  /**
   * The expression that made the value: follows locals with one value, casts, and fields that the
   * program assigns just once.
   */
  public Expr origin(Body body, Expr expr) {
    Expr at = expr;
    for (int hop = 0; hop < MAX_HOPS; hop++) {
      Expr before = step(body, at);
      if (before == null) {
        return at;
      }
      at = before;
    }
    return at;
  }

  /** Every value that is assigned to a local somewhere. */
  public List<Expr> assigned(Body body, Local local) {
    return program.locals(body).values(local);
  }

  private @Nullable Expr step(Body body, Expr expr) {
    if (expr instanceof Expr.LocalVar variable) {
      return program.locals(body).onlyValue(variable.local());
    } else if (expr instanceof Expr.Cast cast) {
      return cast.operand();
    } else if (expr instanceof Expr.Field field) {
      return onlyFieldValue(field.field());
    } else if (expr instanceof Expr.Assign assign && assign.operator() == null) {
      return assign.value();
    }
    return expr instanceof Expr.Call call && has(call, EventKind.SAME) ? call.receiver() : null;
  }

  /** The only value the program ever assigns to a field that nobody else can assign. */
  private @Nullable Expr onlyFieldValue(FieldRef ref) {
    FieldDecl field = program.field(ref);
    if (field == null || !(field.is(Modifier.PRIVATE) || field.is(Modifier.FINAL))) {
      return null;
    }
    List<Expr> values = program.fieldValues(ref).stream()
        .filter(v -> !(v instanceof Expr.Literal literal && literal.isNull()))
        .toList();
    // A value that names locals belongs to another body: it is an origin only when it makes the
    // object itself.
    return values.size() == 1 && makesObject(values.get(0)) ? values.get(0) : null;
  }

  private static boolean makesObject(Expr value) {
    return value instanceof Expr.New
        || value instanceof Expr.Call
        || value instanceof Expr.Lambda
        || value instanceof Expr.MethodReference
        || value instanceof Expr.NewArray;
  }
}
