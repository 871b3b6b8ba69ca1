package dev.goguard.analysis.call;

import dev.goguard.analysis.ir.Expr;
import dev.goguard.analysis.ir.Stmt;
import dev.goguard.analysis.ir.Walk;
import dev.goguard.analysis.model.ApiModels;
import dev.goguard.analysis.model.Effect;
import dev.goguard.analysis.model.EventKind;
import dev.goguard.analysis.model.Operand;
import dev.goguard.analysis.program.Body;
import dev.goguard.analysis.program.Program;
import dev.goguard.analysis.program.Values;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What may be thrown where.
 *
 * <p>Counted are {@code throw} statements, the exceptions that a library method declares, and calls
 * of code that nobody knows: callbacks and interfaces without an implementation in the source. Not
 * counted are what any instruction may throw ({@code NullPointerException},
 * {@code OutOfMemoryError}) and calls that could not be resolved: a rule that reports "not done
 * when this throws" must be able to name a throw that a reader believes in.
 */
public final class Exceptions {
  /** Stands for an unchecked exception of an unknown type. */
  public static final String UNCHECKED = "java.lang.RuntimeException";

  private final Program program;
  private final Values values;
  private final CallGraph calls;
  private final ApiModels models;
  private final Map<Body, Set<String>> escaping = new HashMap<>();
  private final Map<Body, Set<String>> provisional = new HashMap<>();
  private final Set<Body> underWay = new HashSet<>();
  private boolean isRecursive;

  public Exceptions(Program program, Values values, CallGraph calls, ApiModels models) {
    this.program = program;
    this.values = values;
    this.calls = calls;
    this.models = models;
  }

  /** What may leave a body. */
  public Set<String> escaping(Body body) {
    Set<String> known = escaping.getOrDefault(body, provisional.get(body));
    if (known != null) {
      return known;
    } else if (!underWay.add(body)) {
      isRecursive = true;
      return Set.of();
    }
    Set<String> thrown = new HashSet<>();
    collect(body, body.method().body(), thrown);
    underWay.remove(body);
    provisional.put(body, thrown);
    if (underWay.isEmpty()) {
      settle(body, thrown);
    }
    return thrown;
  }

  /**
   * Within a recursion, only the body that was asked about has been seen whole; the others are
   * looked at anew when asked.
   */
  private void settle(Body asked, Set<String> thrown) {
    if (isRecursive) {
      escaping.put(asked, thrown);
    } else {
      escaping.putAll(provisional);
    }
    provisional.clear();
    isRecursive = false;
  }

  private void collect(Body body, @Nullable Stmt stmt, Set<String> into) {
    if (stmt instanceof Stmt.Try attempt) {
      collectTry(body, attempt, into);
      return;
    }
    if (stmt instanceof Stmt.Throw thrown) {
      String type = thrownType(body, thrown.value());
      if (!endsProgram(type)) {
        into.add(type);
      }
    }
    if (stmt == null) {
      return;
    }
    Walk.ownExpressions(stmt).forEach(e -> collect(body, e, into));
    Walk.children(stmt).forEach(s -> collect(body, s, into));
  }

  private void collect(Body body, Expr root, Set<String> into) {
    Walk.expressions(root, e -> into.addAll(thrownBy(body, e)));
  }

  private void collectTry(Body body, Stmt.Try attempt, Set<String> into) {
    Set<String> inside = new HashSet<>();
    attempt.resources().forEach(r -> collect(body, r, inside));
    attempt.resources().forEach(r -> inside.addAll(thrownBy(body, Resources.close(r))));
    collect(body, attempt.body(), inside);
    inside.removeIf(type -> isCaught(type, attempt.catches()));
    into.addAll(inside);
    attempt.catches().forEach(c -> collect(body, c.body(), into));
    collect(body, attempt.finallyBlock(), into);
  }

  private boolean isCaught(String type, List<Stmt.Catch> catches) {
    return catches.stream()
        .flatMap(c -> c.types().stream())
        .anyMatch(caught -> program.hierarchy().isSubtype(type, caught) || catchesAll(caught));
  }

  private static boolean catchesAll(String type) {
    return type.equals("java.lang.Throwable") || type.equals("java.lang.Exception");
  }

  /** The type that a {@code throw} throws; a rethrown catch parameter keeps its declared type. */
  public String thrownType(Body body, Expr value) {
    String type = values.origin(body, value).type();
    return type.equals("?") || type.equals("null") ? UNCHECKED : type;
  }

  /**
   * Whether what is thrown says that the program is broken, so that nobody counts on what comes
   * after.
   */
  public boolean endsProgram(String type) {
    return program.hierarchy().isSubtype(type, "java.lang.Error");
  }

  /** What the evaluation of this expression itself may throw, its operands left out. */
  public Set<String> thrownBy(Body body, Expr expr) {
    if (expr instanceof Expr.Call call) {
      return thrownByCall(body, call);
    } else if (expr instanceof Expr.New created) {
      CallGraph.Targets targets = calls.targets(created);
      return targets.complete() ? escapingAny(targets) : Set.copyOf(created.thrown());
    }
    return Set.of();
  }

  private Set<String> thrownByCall(Body body, Expr.Call call) {
    if (!call.target().isResolved()) {
      return Set.of();
    }
    Set<String> thrown = new HashSet<>(thrownByCallbacks(body, call));
    CallGraph.Targets targets = calls.targets(body, call);
    if (targets.complete() && !isModelled(call)) {
      thrown.addAll(escapingAny(targets));
    } else {
      thrown.addAll(call.thrown());
      if (isAlien(call)) {
        thrown.add(UNCHECKED);
      }
    }
    return thrown;
  }

  /** Whether the models say what a library's method does, whatever implements it in the source. */
  private boolean isModelled(Expr.Call call) {
    return program.method(call.target()) == null && !values.effects(call).isEmpty();
  }

  private Set<String> escapingAny(CallGraph.Targets targets) {
    Set<String> thrown = new HashSet<>();
    targets.bodies().forEach(target -> thrown.addAll(escaping(target)));
    return thrown;
  }

  /**
   * Whether nobody knows what the call runs: a callback, or an abstract method with no body in the
   * source.
   */
  private boolean isAlien(Expr.Call call) {
    String owner = call.target().owner();
    if (models.isCallback(owner)) {
      return true;
    }
    Body declared = program.method(call.target());
    return declared != null
        && declared.method().body() == null
        && values.effects(call).isEmpty()
        && !calls.isImplemented(call.target());
  }

  private Set<String> thrownByCallbacks(Body body, Expr.Call call) {
    Set<String> thrown = new HashSet<>();
    for (Effect effect : values.effects(call)) {
      Operand operand = effect.body();
      if (effect.kind() == EventKind.INVOKE_NOW && operand != null) {
        Expr callback = Operands.value(call, operand, models);
        if (callback != null && values.origin(body, callback) instanceof Expr.Lambda lambda) {
          thrown.addAll(escaping(program.body(lambda.body())));
        }
      }
    }
    return thrown;
  }

  /** Whether a handler for {@code caught} surely takes what is thrown. */
  public boolean surelyCatches(String caught, String thrown) {
    return program.hierarchy().isSubtype(thrown, caught) || catchesAll(caught);
  }

  /** Whether a handler for {@code caught} may take what is thrown. */
  public boolean mayCatch(String caught, String thrown) {
    return surelyCatches(caught, thrown) || program.hierarchy().isSubtype(caught, thrown);
  }
}
