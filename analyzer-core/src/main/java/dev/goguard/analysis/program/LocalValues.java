package dev.goguard.analysis.program;

import dev.goguard.analysis.ir.Expr;
import dev.goguard.analysis.ir.Local;
import dev.goguard.analysis.ir.Method;
import dev.goguard.analysis.ir.Stmt;
import dev.goguard.analysis.ir.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where the locals of one file get their values from. */
public final class LocalValues {
  private final Map<Local, Expr> initial = new HashMap<>();
  private final Map<Local, List<Expr>> assigned = new HashMap<>();
  private final Set<Local> reassigned = new HashSet<>();
  private final Set<Local> parameters = new HashSet<>();
  private final Set<Local> loopVariables = new HashSet<>();

  void addAll(Method method) {
    parameters.addAll(method.parameters());
    Walk.statements(method.body(), this::addStatement);
    Walk.expressions(method.body(), this::addExpression);
  }

  private void addStatement(Stmt stmt) {
    if (stmt instanceof Stmt.Declare declare && declare.init() != null) {
      initial.put(declare.local(), declare.init());
      assigned.computeIfAbsent(declare.local(), l -> new ArrayList<>()).add(declare.init());
    } else if (stmt instanceof Stmt.Loop loop && loop.variable() != null) {
      loopVariables.add(loop.variable());
    }
  }

  private void addExpression(Expr expr) {
    if (expr instanceof Expr.Assign assign && assign.target() instanceof Expr.LocalVar target) {
      assigned.computeIfAbsent(target.local(), l -> new ArrayList<>()).add(assign.value());
      if (initial.containsKey(target.local())
          || parameters.contains(target.local())
          || assign.operator() != null) {
        reassigned.add(target.local());
      } else {
        initial.put(target.local(), assign.value());
      }
    }
  }

  /** The only value that a local ever has; null when it has several, or is a parameter. */
  public @Nullable Expr onlyValue(Local local) {
    return reassigned.contains(local) ? null : initial.get(local);
  }

  /** Every value that is assigned to a local somewhere. */
  public List<Expr> values(Local local) {
    return assigned.getOrDefault(local, List.of());
  }

  public boolean isParameter(Local local) {
    return parameters.contains(local);
  }

  /** Whether it is the variable of a for-each loop. */
  public boolean isLoopVariable(Local local) {
    return loopVariables.contains(local);
  }

  public boolean isReassigned(Local local) {
    return reassigned.contains(local);
  }
}
