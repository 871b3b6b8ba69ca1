package dev.goguard.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goguard.runtime.internal.Guarded;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/**
 * The choice is uniform. The bounds are ten standard deviations wide, so that they fail by chance
 * about once in 10^23 runs, and a biased choice fails always.
 */
@Guarded
class SelectFairnessTest {
  private static final int RUNS = 10_000;
  private static final double DEVIATIONS = 10;

  @Test
  void run_allReady_choosesUniformly() {
    Chan<Integer> closed = Chan.make();
    closed.close();
    int[] chosen = new int[4];
    Select select = Select.of(
        closed.onReceive(x -> chosen[0]++),
        closed.onReceive(x -> chosen[1]++),
        closed.onReceive(x -> chosen[2]++),
        closed.onReceive(x -> chosen[3]++));
    run(select);
    assertUniform(chosen);
  }

  @Test
  void run_someReady_choosesUniformlyAmongThose() {
    Chan<Integer> closed = Chan.make();
    closed.close();
    Chan<Integer> never = Chan.make();
    int[] chosen = new int[2];
    Select select = Select.of(
        closed.onReceive(x -> chosen[0]++),
        never.onReceive(x -> {}),
        never.onReceive(x -> {}),
        closed.onReceive(x -> chosen[1]++));
    run(select);
    assertUniform(chosen);
  }

  @Test
  void run_sendsOfTwoValues_choosesUniformly() {
    Chan<Integer> ch = Chan.make(1);
    int[] chosen = new int[2];
    Select select = Select.of(ch.onSend(0, () -> {}), ch.onSend(1, () -> {}));
    for (int i = 0; i < RUNS; i++) {
      select.run();
      chosen[ch.receive()]++;
    }
    assertUniform(chosen);
  }

  @Test
  void run_busyNeighbour_doesNotStarveTheOther() {
    Chan<Integer> busy = Chan.make();
    Chan<Integer> other = Chan.make();
    Chan<Void> done = Chan.make();
    for (Chan<Integer> ch : List.of(busy, busy, busy, other)) {
      Go.go(() -> sendUntil(done, ch));
    }
    int[] chosen = new int[2];
    Select select = Select.of(busy.onReceive(x -> chosen[0]++), other.onReceive(x -> chosen[1]++));
    run(select);
    done.close();
    assertThat(chosen[1]).isGreaterThan(RUNS / 100);
  }

  private static void sendUntil(RecvChan<Void> done, SendChan<Integer> out) {
    AtomicBoolean ended = new AtomicBoolean();
    Select select = Select.of(out.onSend(1, () -> {}), done.onReceive(x -> ended.set(true)));
    while (!ended.get()) {
      select.run();
    }
  }

  private static void run(Select select) {
    for (int i = 0; i < RUNS; i++) {
      select.run();
    }
  }

  private static void assertUniform(int[] chosen) {
    double share = 1.0 / chosen.length;
    double deviation = Math.sqrt(RUNS * share * (1 - share));
    for (int times : chosen) {
      assertThat((double) times)
          .isBetween(RUNS * share - DEVIATIONS * deviation, RUNS * share + DEVIATIONS * deviation);
    }
  }
}
