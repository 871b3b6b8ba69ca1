package dev.goguard.analysis.thread;

import dev.goguard.analysis.ir.Annotation;
import dev.goguard.analysis.ir.Expr;
import dev.goguard.analysis.ir.Walk;
import dev.goguard.analysis.model.ApiModels;
import dev.goguard.analysis.program.Body;
import dev.goguard.analysis.program.Program;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The code that a server runs once per request: methods, and lambdas given to it. */
public final class Handlers {
  private final Program program;
  private final ApiModels models;
  private final Map<Body, String> names = new HashMap<>();

  public Handlers(Program program, ApiModels models) {
    this.program = program;
    this.models = models;
    program.bodies().forEach(this::add);
  }

  private void add(Body body) {
    if (!body.isLambda() && isHandler(body)) {
      names.put(body, body.method().ref().name());
    }
    Walk.expressions(body.method().body(), this::addFunction);
  }

  private boolean isHandler(Body body) {
    String name = body.method().ref().name();
    return body.method().annotations().stream()
            .map(Annotation::type)
            .anyMatch(type -> models.isHandler("@" + type))
        || program.hierarchy().supertypes(body.type().name()).stream()
            .anyMatch(type -> models.isHandler(type + "#" + name));
  }

  private void addFunction(Expr expr) {
    if (expr instanceof Expr.Lambda lambda) {
      models
          .handlerMethod(lambda.type())
          .ifPresent(name -> names.put(program.body(lambda.body()), name));
    } else if (expr instanceof Expr.MethodReference reference) {
      Body target = program.method(reference.target());
      if (target != null && models.handlerMethod(reference.type()).isPresent()) {
        names.put(target, target.method().ref().name());
      }
    }
  }

  /** The name by which the server calls this code; empty when it is no handler. */
  public Optional<String> name(Body body) {
    return Optional.ofNullable(names.get(body));
  }
}
