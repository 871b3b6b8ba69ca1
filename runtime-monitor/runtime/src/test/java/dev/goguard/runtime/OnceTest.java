package dev.goguard.runtime;

import static dev.goguard.runtime.internal.WaitReason.CHAN_RECEIVE;
import static dev.goguard.runtime.internal.WaitReason.MUTEX;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goguard.runtime.internal.Guarded;
import org.junit.jupiter.api.Test;

@Guarded
class OnceTest {
  private final Once once = new Once();
  private int runs;

  @Test
  void run_manyGoroutines_runsOnceAndAllSeeIt() {
    WaitGroup wg = new WaitGroup();
    Chan<Integer> seen = Chan.make(20);
    for (int i = 0; i < 20; i++) {
      wg.go(() -> {
        once.run(() -> runs++);
        seen.send(runs);
      });
    }
    wg.await();
    seen.close();
    assertThat(Drain.all(seen)).hasSize(20).containsOnly(1);
  }

  @Test
  void run_whileActionRuns_waitsForItsEnd() throws Exception {
    Chan<Integer> goOn = Chan.make();
    final Thread first = Parked.go(CHAN_RECEIVE, () -> once.run(() -> runs = goOn.receive()));
    final Thread second = Parked.go(MUTEX, () -> once.run(() -> runs = -1));
    goOn.send(7);
    first.join();
    second.join();
    assertThat(runs).isEqualTo(7);
  }

  @Test
  void run_actionPanics_countsAsRun() {
    assertThatThrownBy(() -> once.run(() -> Go.panic("failed"))).hasMessage("failed");
    once.run(() -> runs++);
    assertThat(runs).isZero();
  }
}
