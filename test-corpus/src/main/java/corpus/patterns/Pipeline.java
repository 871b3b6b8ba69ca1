package corpus.patterns;

import dev.goguard.runtime.CancelContext;
import dev.goguard.runtime.Chan;
import dev.goguard.runtime.Context;
import dev.goguard.runtime.Go;
import dev.goguard.runtime.RecvChan;
import dev.goguard.runtime.Select;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Stages joined by channels; when the reader stops early, cancelling stops every stage. */
public final class Pipeline {
  private Pipeline() {}

  /** The first stage: sends the numbers from 1 on. */
  static RecvChan<Integer> numbers(Context context) {
    Chan<Integer> out = Chan.make();
    Go.go(() -> {
      for (int i = 1; send(context, out, i); i++) {}
      out.close();
    });
    return out;
  }

  /** A stage in the middle: applies an operation to what comes in. */
  static RecvChan<Integer> map(
      Context context, RecvChan<Integer> in, UnaryOperator<Integer> operation) {
    Chan<Integer> out = Chan.make();
    Go.go(() -> {
      for (Integer element : in) {
        if (!send(context, out, operation.apply(element))) {
          break;
        }
      }
      out.close();
    });
    return out;
  }

  /** Sends unless the context ends first; returns whether it was sent. */
  private static boolean send(Context context, Chan<Integer> out, Integer element) {
    boolean[] sent = new boolean[1];
    Select.of(out.onSend(element, () -> sent[0] = true), context.done().onReceive(none -> {}))
        .run();
    return sent[0];
  }

  /** The squares of the first numbers, plus one. */
  public static List<Integer> run(int n) {
    List<Integer> result = new ArrayList<>();
    try (CancelContext context = Context.withCancel(Context.background())) {
      RecvChan<Integer> squares = map(context, numbers(context), x -> x * x);
      RecvChan<Integer> out = map(context, squares, x -> x + 1);
      for (int i = 0; i < n; i++) {
        result.add(out.receive());
      }
    }
    return result;
  }
}
