package dev.goguard.rules.spawn;

import dev.goguard.analysis.Pass;
import dev.goguard.analysis.Rule;
import dev.goguard.analysis.RuleInfo;
import dev.goguard.analysis.Severity;
import dev.goguard.analysis.ir.Expr;
import dev.goguard.analysis.ir.Walk;
import dev.goguard.analysis.program.Body;
import java.util.List;

/** Flags {@code run()} called on a thread: the task runs here, and no thread starts. */
public final class ThreadRunCalled implements Rule {
  private static final RuleInfo INFO = new RuleInfo(
      "ThreadRunCalled",
      Severity.ERROR,
      "run() is called on a thread that should be started",
      List.of(572),
      "spawn");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void run(Pass pass) {
    for (Body body : pass.program().bodies()) {
      Walk.expressions(body.method().body(), expr -> check(pass, body, expr));
    }
  }

  private static void check(Pass pass, Body body, Expr expr) {
    if (expr instanceof Expr.Call call && runsThread(pass, call)) {
      String message =
          "run() of thread '%s' runs the task on the calling thread, which waits for it; call start()"
              .formatted(pass.values().path(body, call.receiver()));
      pass.report(body, call.range(), message).submit();
    }
  }

  /**
   * Not {@code super.run()}, which a thread's own {@code run()} may call, and not a thread that
   * calls itself.
   */
  private static boolean runsThread(Pass pass, Expr.Call call) {
    return call.target().name().equals("run")
        && call.target().parameterTypes().isEmpty()
        && call.dispatch() == Expr.Dispatch.VIRTUAL
        && call.receiver() != null
        && !(call.receiver() instanceof Expr.This)
        && pass.program().hierarchy().isSubtype(call.receiver().type(), "java.lang.Thread");
  }
}
