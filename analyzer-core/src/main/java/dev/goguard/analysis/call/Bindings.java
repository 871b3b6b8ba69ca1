package dev.goguard.analysis.call;

import dev.goguard.analysis.ir.Expr;
import dev.goguard.analysis.ir.FieldDecl;
import dev.goguard.analysis.ir.Local;
import dev.goguard.analysis.ir.Modifier;
import dev.goguard.analysis.ir.Stmt;
import dev.goguard.analysis.ir.TypeDecl;
import dev.goguard.analysis.program.Body;
import dev.goguard.analysis.program.Program;
import dev.goguard.analysis.program.Values;
import java.util.List;

/** Makes the bindings of calls, lambdas, method references and task objects. */
public final class Bindings {
  private final Program program;
  private final Values values;

  public Bindings(Program program, Values values) {
    this.program = program;
    this.values = values;
  }

  /** A call of {@code target}. */
  public Binding ofCall(Body caller, Expr.Call call, Body target) {
    var binding = new Binding(caller, target);
    bindArguments(binding, caller, target, call.arguments());
    if (call.receiver() != null && !target.isLambda()) {
      binding.bindThis(values.path(caller, call.receiver()));
      if (values.origin(caller, call.receiver()) instanceof Expr.New created) {
        bindFields(binding, caller, created, target.type());
      }
    }
    return binding;
  }

  /** A creation that runs the constructor {@code target}. */
  public Binding ofNew(Body caller, Expr.New created, Body target) {
    var binding = new Binding(caller, target);
    bindArguments(binding, caller, target, created.arguments());
    binding.bindThis(values.path(caller, created));
    bindFields(binding, caller, created, target.type());
    return binding;
  }

  /** A lambda, seen from the body it stands in: it shares all names but its own. */
  public Binding ofLambda(Body outer, Body lambda) {
    return new Binding(outer, lambda);
  }

  /** A method reference, seen from where it stands. */
  public Binding ofReference(Body outer, Expr.MethodReference reference, Body target) {
    var binding = new Binding(outer, target);
    if (reference.receiver() != null) {
      binding.bindThis(values.path(outer, reference.receiver()));
    }
    return binding;
  }

  /** A method of an existing object. */
  public Binding ofObject(Body outer, Expr object, Body target) {
    var binding = new Binding(outer, target);
    binding.bindThis(values.path(outer, object));
    return binding;
  }

  /**
   * A method of an object made by {@code created}: its fields are named by the constructor's
   * arguments.
   */
  public Binding ofCreated(Body outer, Expr.New created, Body target) {
    var binding = new Binding(outer, target);
    binding.bindThis(values.path(outer, created));
    bindFields(binding, outer, created, target.type());
    return binding;
  }

  /** The fields that a creation fills from its arguments are named by these. */
  private void bindFields(Binding binding, Body outer, Expr.New created, TypeDecl type) {
    Body constructor = program.method(created.constructor());
    if (constructor != null && constructor.type() == type) {
      bindAssigned(binding, outer, constructor, created.arguments());
    } else if (constructor == null && type.kind() == TypeDecl.Kind.RECORD) {
      bindComponents(binding, outer, type, created.arguments());
    }
  }

  private void bindComponents(Binding binding, Body outer, TypeDecl record, List<Expr> arguments) {
    List<FieldDecl> components =
        record.fields().stream().filter(f -> !f.is(Modifier.STATIC)).toList();
    int count = Math.min(components.size(), arguments.size());
    for (int i = 0; i < count; i++) {
      binding.bindField(components.get(i).ref(), values.path(outer, arguments.get(i)));
    }
  }

  private void bindArguments(Binding binding, Body caller, Body target, List<Expr> arguments) {
    List<Local> parameters = target.method().parameters();
    int count = Math.min(parameters.size(), arguments.size());
    for (int i = 0; i < count; i++) {
      binding.bind(parameters.get(i), values.path(caller, arguments.get(i)));
    }
  }

  private void bindAssigned(Binding binding, Body outer, Body constructor, List<Expr> arguments) {
    if (constructor.method().body() == null) {
      return;
    }
    for (Stmt stmt : constructor.method().body().statements()) {
      if (stmt instanceof Stmt.Eval eval
          && eval.expression() instanceof Expr.Assign assign
          && assign.target() instanceof Expr.Field field
          && assign.value() instanceof Expr.LocalVar parameter) {
        int index = constructor.method().parameters().indexOf(parameter.local());
        if (index >= 0 && index < arguments.size()) {
          binding.bindField(field.field(), values.path(outer, arguments.get(index)));
        }
      }
    }
  }
}
