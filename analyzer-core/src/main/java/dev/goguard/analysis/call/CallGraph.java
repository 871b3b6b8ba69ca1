package dev.goguard.analysis.call;

import dev.goguard.analysis.ir.Expr;
import dev.goguard.analysis.ir.MethodRef;
import dev.goguard.analysis.ir.Modifier;
import dev.goguard.analysis.ir.TypeDecl;
import dev.goguard.analysis.program.Body;
import dev.goguard.analysis.program.Program;
import dev.goguard.analysis.program.Values;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Resolves calls to source methods: class-hierarchy analysis, sharpened where the receiver's
 * creation is known.
 *
 * <p>A call with more than {@value #MAX_TARGETS} targets has an unknown effect.
 */
public final class CallGraph {
  private static final int MAX_TARGETS = 4;

  private final Program program;
  private final Values values;
  private final Map<MethodRef, Targets> virtualTargets = new HashMap<>();

  /**
   * The methods that a call may run.
   *
   * @param bodies with a body in the source
   * @param complete whether these are all that the source knows of, and at least one
   */
  public record Targets(List<Body> bodies, boolean complete) {
    static final Targets UNKNOWN = new Targets(List.of(), false);
  }

  public CallGraph(Program program, Values values) {
    this.program = program;
    this.values = values;
  }

  /** What a call in {@code caller} may run. */
  public Targets targets(Body caller, Expr.Call call) {
    if (!call.target().isResolved()) {
      return Targets.UNKNOWN;
    }
    return switch (call.dispatch()) {
      case STATIC, SPECIAL -> exactly(program.method(call.target()));
      case VIRTUAL -> virtual(caller, call);
    };
  }

  /** The constructor that a creation runs. */
  public Targets targets(Expr.New created) {
    return exactly(program.method(created.constructor()));
  }

  private static Targets exactly(@Nullable Body body) {
    return body == null || body.method().body() == null
        ? Targets.UNKNOWN
        : new Targets(List.of(body), true);
  }

  private Targets virtual(Body caller, Expr.Call call) {
    Expr receiver = call.receiver();
    if (receiver == null) {
      return Targets.UNKNOWN;
    }
    Expr origin = values.origin(caller, receiver);
    if (origin instanceof Expr.Lambda lambda) {
      return exactly(program.body(lambda.body()));
    } else if (origin instanceof Expr.MethodReference reference) {
      return exactly(program.method(reference.target()));
    }
    String type = receiver.type().equals("?") ? call.target().owner() : receiver.type();
    if (origin instanceof Expr.New created && program.type(created.type()) != null) {
      return exactly(program.method(inType(created.type(), call.target())));
    }
    return virtualTargets.computeIfAbsent(inType(type, call.target()), this::overriders);
  }

  /** Whether some source type has a body for this method, however many there are. */
  public boolean isImplemented(MethodRef ref) {
    return program.hierarchy().subtypes(ref.owner()).stream()
        .map(type -> declared(type, ref))
        .anyMatch(body -> body != null && body.method().body() != null);
  }

  private static MethodRef inType(String type, MethodRef target) {
    return new MethodRef(type, target.name(), target.parameterTypes());
  }

  private Targets overriders(MethodRef ref) {
    Set<Body> found = new LinkedHashSet<>();
    boolean complete = add(found, program.method(ref));
    for (TypeDecl subtype : program.hierarchy().subtypes(ref.owner())) {
      complete |= add(found, declared(subtype, ref));
      if (found.size() > MAX_TARGETS) {
        return Targets.UNKNOWN;
      }
    }
    return new Targets(new ArrayList<>(found), complete && !found.isEmpty());
  }

  private static boolean add(Set<Body> found, @Nullable Body body) {
    return body != null && body.method().body() != null && found.add(body);
  }

  private @Nullable Body declared(TypeDecl type, MethodRef ref) {
    Body exact = program.method(inType(type.name(), ref));
    if (exact != null && exact.type() == type) {
      return exact;
    }
    return type.methods().stream()
        .filter(m -> m.ref().name().equals(ref.name()) && !m.is(Modifier.STATIC))
        .filter(m -> m.ref().parameterTypes().size() == ref.parameterTypes().size())
        .findFirst()
        .map(program::body)
        .orElse(exact);
  }

  /**
   * The method that runs when a task type is started: {@code run}, {@code call} and the like of a
   * source type.
   */
  public @Nullable Body taskMethod(String type) {
    for (String name : List.of("run", "call", "compute", "get")) {
      Body body = program.method(new MethodRef(type, name, List.of()));
      if (body != null && body.method().body() != null) {
        return body;
      }
    }
    return null;
  }
}
