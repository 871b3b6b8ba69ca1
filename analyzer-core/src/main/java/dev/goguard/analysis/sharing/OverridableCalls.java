package dev.goguard.analysis.sharing;

import dev.goguard.analysis.call.CallGraph;
import dev.goguard.analysis.ir.Expr;
import dev.goguard.analysis.ir.Method;
import dev.goguard.analysis.ir.Modifier;
import dev.goguard.analysis.ir.TypeDecl;
import dev.goguard.analysis.ir.Walk;
import dev.goguard.analysis.program.Body;
import dev.goguard.analysis.program.Program;
import dev.goguard.analysis.thread.Task;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the methods of an object that its own task runs and that a subclass may have replaced. */
public final class OverridableCalls {
  private final Program program;
  private final CallGraph calls;

  public OverridableCalls(Program program, CallGraph calls) {
    this.program = program;
    this.calls = calls;
  }

  /**
   * A method of {@code type} that running one of these tasks calls on the object, and that can be
   * overridden.
   */
  public Optional<Method> in(List<Task> tasks, TypeDecl type) {
    Set<Body> seen = new HashSet<>();
    return tasks.stream()
        .flatMap(task -> find(task.body(), type, seen).stream())
        .findFirst();
  }

  private Optional<Method> find(Body body, TypeDecl type, Set<Body> seen) {
    if (!seen.add(body)) {
      return Optional.empty();
    } else if (isOf(type, body) && isOverridable(body)) {
      return Optional.of(body.method());
    }
    List<Body> next = new ArrayList<>();
    Walk.expressions(body.method().body(), e -> {
      if (e instanceof Expr.Call call && isOnObject(call, type)) {
        next.addAll(calls.targets(body, call).bodies());
      } else if (e instanceof Expr.Lambda lambda) {
        next.add(program.body(lambda.body()));
      }
    });
    return next.stream().flatMap(b -> find(b, type, seen).stream()).findFirst();
  }

  private boolean isOnObject(Expr.Call call, TypeDecl type) {
    return call.dispatch() == Expr.Dispatch.VIRTUAL
        && call.receiver() instanceof Expr.This self
        && program.hierarchy().isSubtype(type.name(), self.type());
  }

  private boolean isOf(TypeDecl type, Body body) {
    return program.hierarchy().isSubtype(type.name(), body.type().name());
  }

  /**
   * Whether a class outside of the program, or a subclass in it, can have another body for the
   * method.
   */
  private boolean isOverridable(Body body) {
    Method method = body.method();
    boolean isFixed = method.kind() != Method.Kind.METHOD
        || method.is(Modifier.PRIVATE)
        || method.is(Modifier.STATIC)
        || method.is(Modifier.FINAL);
    boolean isVisible = method.is(Modifier.PUBLIC) || method.is(Modifier.PROTECTED);
    return !isFixed && (isVisible || isOverridden(body));
  }

  private boolean isOverridden(Body body) {
    return program.hierarchy().subtypes(body.type().name()).stream()
        .filter(subtype -> subtype != body.type())
        .flatMap(subtype -> subtype.methods().stream())
        .anyMatch(m -> m.ref().signature().equals(body.method().ref().signature()));
  }
}
