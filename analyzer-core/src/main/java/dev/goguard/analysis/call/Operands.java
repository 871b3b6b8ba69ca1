package dev.goguard.analysis.call;

import dev.goguard.analysis.ir.Expr;
import dev.goguard.analysis.ir.MethodRef;
import dev.goguard.analysis.model.ApiModels;
import dev.goguard.analysis.model.Operand;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the value that an operand of an effect means at a call. */
public final class Operands {
  private Operands() {}

  /** Null when the call has no such value. */
  public static @Nullable Expr value(Expr callOrNew, Operand operand, ApiModels models) {
    if (callOrNew instanceof Expr.Call call) {
      return value(operand, call, call.receiver(), call.target(), call.arguments(), models);
    } else if (callOrNew instanceof Expr.New created) {
      return value(operand, created, created, created.constructor(), created.arguments(), models);
    }
    return null;
  }

  private static @Nullable Expr value(
      Operand operand,
      Expr result,
      @Nullable Expr receiver,
      MethodRef target,
      List<Expr> arguments,
      ApiModels models) {
    if (operand.equals(Operand.RECEIVER)) {
      return receiver;
    } else if (operand.equals(Operand.RESULT)) {
      return result;
    } else if (operand.equals(Operand.TASK)) {
      return task(target, arguments, models);
    }
    return operand.index() < arguments.size() ? arguments.get(operand.index()) : null;
  }

  private static @Nullable Expr task(MethodRef target, List<Expr> arguments, ApiModels models) {
    int count = Math.min(arguments.size(), target.parameterTypes().size());
    for (int i = 0; i < count; i++) {
      if (models.isTaskType(target.parameterTypes().get(i))) {
        return arguments.get(i);
      }
    }
    return null;
  }
}
