package sample.junit;

import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Two tests that are known to run at the same time. */
@Execution(ExecutionMode.CONCURRENT)
class ParallelCases {
  private static final CyclicBarrier BOTH = new CyclicBarrier(2);

  @Test
  void withRace() throws Exception {
    BOTH.await();
    Raced.byTwoThreads(new Raced());
    BOTH.await();
  }

  @Test
  void withoutRace() throws Exception {
    BOTH.await();
    Raced.ordered(new Raced());
    BOTH.await();
  }
}
