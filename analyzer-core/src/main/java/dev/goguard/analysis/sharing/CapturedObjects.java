package dev.goguard.analysis.sharing;

import dev.goguard.analysis.call.Binding;
import dev.goguard.analysis.call.Bindings;
import dev.goguard.analysis.call.CallGraph;
import dev.goguard.analysis.call.Operands;
import dev.goguard.analysis.event.AccessPath;
import dev.goguard.analysis.ir.Expr;
import dev.goguard.analysis.ir.Method;
import dev.goguard.analysis.ir.Stmt;
import dev.goguard.analysis.ir.TypeDecl;
import dev.goguard.analysis.ir.Walk;
import dev.goguard.analysis.model.ApiModels;
import dev.goguard.analysis.model.Effect;
import dev.goguard.analysis.model.EventKind;
import dev.goguard.analysis.program.Body;
import dev.goguard.analysis.program.Program;
import dev.goguard.analysis.program.Values;
import dev.goguard.analysis.thread.SpawnSite;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The objects that the value of a task refers to: what a lambda or an inner class captures, the
 * receiver of a method reference, the arguments of a task object's creation.
 */
public final class CapturedObjects {
  private static final int MAX_DEPTH = 6;

  private final Program program;
  private final Values values;
  private final CallGraph calls;
  private final Bindings bindings;
  private final ApiModels models;

  public CapturedObjects(
      Program program, Values values, CallGraph calls, Bindings bindings, ApiModels models) {
    this.program = program;
    this.values = values;
    this.calls = calls;
    this.bindings = bindings;
    this.models = models;
  }

  /** The objects that the task of a spawn holds on to, in the names of the spawner. */
  public Set<AccessPath> of(SpawnSite site) {
    Effect effect = site.effect();
    Expr value = effect.body() == null ? null : Operands.value(site.expr(), effect.body(), models);
    var search = new Search(site.spawner());
    search.addValue(value, MAX_DEPTH);
    return search.found;
  }

  private final class Search {
    private final Body body;
    private final Set<AccessPath> found = new LinkedHashSet<>();
    private final Set<String> classes = new HashSet<>();

    Search(Body body) {
      this.body = body;
    }

    private void addValue(@Nullable Expr value, int depth) {
      if (value == null || depth == 0) {
        return;
      }
      AccessPath path = values.path(body, value);
      addObject(path);
      if (isOwn(path)) {
        addOrigin(values.origin(body, value), depth - 1);
      }
    }

    private void addObject(AccessPath path) {
      if (path.isNamed() && path.steps().isEmpty()) {
        found.add(path);
      }
    }

    /** Not a field of another object: what is kept there captured that object's names. */
    private boolean isOwn(AccessPath path) {
      return path.steps().isEmpty()
          || !path.isNamed()
          || path.steps().size() == 1 && path.root() instanceof AccessPath.ThisRoot;
    }

    private void addOrigin(Expr origin, int depth) {
      if (origin instanceof Expr.Lambda lambda) {
        addCode(body, lambda.body().body(), null);
      } else if (origin instanceof Expr.MethodReference reference) {
        addValue(reference.receiver(), depth);
      } else if (origin instanceof Expr.New created) {
        created.arguments().forEach(argument -> addValue(argument, depth));
        addClass(created.type());
      } else if (origin instanceof Expr.Call call) {
        addCall(call, depth);
      }
    }

    private void addCall(Expr.Call call, int depth) {
      for (Effect effect : values.effects(call)) {
        if (effect.kind() == EventKind.TASK && effect.body() != null) {
          addValue(Operands.value(call, effect.body(), models), depth);
        }
      }
      List<Body> targets = calls.targets(body, call).bodies();
      if (targets.size() == 1) {
        addReturned(call, targets.get(0), depth);
      }
    }

    private void addReturned(Expr.Call call, Body target, int depth) {
      var inner = new Search(target);
      Walk.statements(target.method().body(), s -> {
        if (s instanceof Stmt.Return result) {
          inner.addValue(result.value(), depth);
        }
      });
      Binding binding = bindings.ofCall(body, call, target);
      for (AccessPath path : inner.found) {
        AccessPath outside = binding.translate(path);
        if (outside != null) {
          addObject(outside);
        }
      }
    }

    /** What a class declared in the source uses of the objects around it. */
    private void addClass(String name) {
      TypeDecl type = program.type(name);
      if (type != null && type.outer() != null && classes.add(name)) {
        for (Method method : type.methods()) {
          addCode(program.body(method), method.body(), name);
        }
      }
    }

    private void addCode(Body in, Stmt.@Nullable Block code, @Nullable String own) {
      Walk.expressionsAndLambdas(code, e -> {
        if (e instanceof Expr.This self && own != null && isOwnThis(self, own)) {
          return;
        } else if (e instanceof Expr.This || e instanceof Expr.LocalVar) {
          addObject(values.path(in, e));
        } else if (e instanceof Expr.New created) {
          addClass(created.type());
        }
      });
    }

    private boolean isOwnThis(Expr.This self, String own) {
      return program.hierarchy().isSubtype(own, self.type());
    }
  }
}
