package corpus.patterns;

import dev.goguard.runtime.Chan;
import dev.goguard.runtime.Go;
import dev.goguard.runtime.RecvChan;
import dev.goguard.runtime.WaitGroup;
import java.util.ArrayList;
import java.util.List;

/** Several goroutines read one channel (fan-out); their outputs are merged into one (fan-in). */
public final class FanOutFanIn {
  private FanOutFanIn() {}

  static RecvChan<Integer> source(int n) {
    Chan<Integer> out = Chan.make();
    Go.go(() -> {
      for (int i = 1; i <= n; i++) {
        out.send(i);
      }
      out.close();
    });
    return out;
  }

  static RecvChan<Long> squares(RecvChan<Integer> in) {
    Chan<Long> out = Chan.make();
    Go.go(() -> {
      for (int element : in) {
        out.send((long) element * element);
      }
      out.close();
    });
    return out;
  }

  /** Merges channels; the result is closed when all of them are. */
  static <T> RecvChan<T> merge(List<RecvChan<T>> inputs) {
    Chan<T> out = Chan.make();
    WaitGroup copying = new WaitGroup();
    for (int i = 0; i < inputs.size(); i++) {
      RecvChan<T> input = inputs.get(i);
      copying.go(() -> input.forEach(out::send));
    }
    Go.go(() -> {
      copying.await();
      out.close();
    });
    return out;
  }

  /** The sum of the first squares, each computed by one of several goroutines. */
  public static long run(int n, int width) {
    RecvChan<Integer> source = source(n);
    List<RecvChan<Long>> fannedOut = new ArrayList<>();
    for (int i = 0; i < width; i++) {
      fannedOut.add(squares(source));
    }
    long sum = 0;
    for (long square : merge(fannedOut)) {
      sum += square;
    }
    return sum;
  }
}
