package corpus.patterns;

import dev.goguard.runtime.CancelContext;
import dev.goguard.runtime.Chan;
import dev.goguard.runtime.Context;
import dev.goguard.runtime.Go;
import dev.goguard.runtime.RecvChan;
import dev.goguard.runtime.Select;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** A goroutine that produces a sequence without end, as far as anybody wants it. */
public final class CancellableGenerator {
  private CancellableGenerator() {}

  /** Generates the Fibonacci numbers until the context ends. */
  public static RecvChan<BigInteger> fibonacci(Context context) {
    Chan<BigInteger> out = Chan.make();
    Go.go(() -> {
      BigInteger[] pair = {BigInteger.ZERO, BigInteger.ONE};
      while (context.err() == null) {
        Select.of(out.onSend(pair[0], () -> advance(pair)), context.done().onReceive(none -> {}))
            .run();
      }
      out.close();
    });
    return out;
  }

  private static void advance(BigInteger[] pair) {
    BigInteger next = pair[0].add(pair[1]);
    pair[0] = pair[1];
    pair[1] = next;
  }

  /** The Fibonacci numbers as long as they are wanted. */
  public static List<BigInteger> takeWhile(Predicate<BigInteger> wanted) {
    List<BigInteger> taken = new ArrayList<>();
    try (CancelContext context = Context.withCancel(Context.background())) {
      for (BigInteger number : fibonacci(context)) {
        if (!wanted.test(number)) {
          break;
        }
        taken.add(number);
      }
    } // ends the generator
    return taken;
  }
}
