package dev.goguard.runtime.internal.sched;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goguard.runtime.Chan;
import dev.goguard.runtime.WaitGroup;
import dev.goguard.runtime.internal.Guarded;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

@Guarded
class SeededSchedulerTest {

  /** What three goroutines wrote that take turns, under a seed. */
  private static String interleaving(long seed) throws InterruptedException {
    SeededScheduler scheduler = new SeededScheduler(seed);
    StringBuffer written = new StringBuffer();
    Thread main = scheduler.newThread(() -> write(written));
    main.start();
    main.join();
    scheduler.close();
    return written.toString();
  }

  private static void write(StringBuffer written) {
    WaitGroup wg = new WaitGroup();
    Chan<Character> ch = Chan.make(1);
    for (char name : new char[] {'a', 'b', 'c'}) {
      wg.go(() -> {
        for (int i = 0; i < 4; i++) {
          ch.send(name);
          Thread.yield();
        }
      });
    }
    wg.go(() -> {
      for (int i = 0; i < 12; i++) {
        written.append(ch.receive().charValue());
      }
    });
    wg.await();
  }

  @Test
  void sameSeed_sameInterleaving() throws Exception {
    for (long seed = 1; seed <= 20; seed++) {
      assertThat(interleaving(seed)).as("seed %d", seed).isEqualTo(interleaving(seed));
    }
  }

  @Test
  void differentSeeds_differentInterleavings() throws Exception {
    Set<String> seen = new HashSet<>();
    for (long seed = 1; seed <= 20; seed++) {
      seen.add(interleaving(seed));
    }
    assertThat(seen).hasSizeGreaterThan(10);
  }

  @Test
  void gomaxprocs_isAlwaysOne() {
    SeededScheduler scheduler = new SeededScheduler(1);
    assertThat(scheduler.gomaxprocs()).isOne();
    assertThatThrownBy(() -> scheduler.setGomaxprocs(2))
        .isInstanceOf(UnsupportedOperationException.class);
    scheduler.close();
  }
}
