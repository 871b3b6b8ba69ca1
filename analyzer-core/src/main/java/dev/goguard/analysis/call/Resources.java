package dev.goguard.analysis.call;

import dev.goguard.analysis.ir.Expr;
import dev.goguard.analysis.ir.MethodRef;
import dev.goguard.analysis.ir.Stmt;
import java.util.List;

/** The calls that nobody writes: the end of a {@code try} closes its resources. */
public final class Resources {
  private Resources() {}

  /** The call that closes a resource of {@link Stmt.Try#resources}. */
  public static Expr.Call close(Stmt resource) {
    Expr value = resource instanceof Stmt.Declare declare
        ? new Expr.LocalVar(declare.local(), declare.range())
        : ((Stmt.Eval) resource).expression();
    return new Expr.Call(
        Expr.Dispatch.VIRTUAL,
        new MethodRef(value.type(), "close", List.of()),
        value,
        List.of(),
        List.of(),
        "void",
        resource.range());
  }
}
