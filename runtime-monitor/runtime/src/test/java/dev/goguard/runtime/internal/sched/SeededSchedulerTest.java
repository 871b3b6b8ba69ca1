package dev.goguard.runtime.internal.sched;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goguard.runtime.Chan;
import dev.goguard.runtime.Mutex;
import dev.goguard.runtime.Select;
import dev.goguard.runtime.WaitGroup;
import dev.goguard.runtime.internal.Guarded;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

@Guarded
class SeededSchedulerTest {

  /** What three goroutines wrote that take turns, under a seed. */
  private static String interleaving(long seed) throws InterruptedException {
    return written(seed, SeededSchedulerTest::write);
  }

  /** What a body that runs on a seeded scheduler writes. */
  private static String written(long seed, Consumer<StringBuffer> body)
      throws InterruptedException {
    SeededScheduler scheduler = new SeededScheduler(seed);
    StringBuffer written = new StringBuffer();
    Thread main = scheduler.newThread(() -> body.accept(written));
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
  void select_sameSeed_choosesTheSameCases() throws Exception {
    Set<String> seen = new HashSet<>();
    for (long seed = 1; seed <= 5; seed++) {
      String chosen = written(seed, SeededSchedulerTest::selectOften);
      assertThat(written(seed, SeededSchedulerTest::selectOften))
          .as("seed %d", seed)
          .isEqualTo(chosen);
      seen.add(chosen);
    }
    assertThat(seen).hasSizeGreaterThan(1);
  }

  /** Chooses sixty times between two channels that are ready. */
  private static void selectOften(StringBuffer written) {
    Chan<Integer> x = Chan.make(1);
    Chan<Integer> y = Chan.make(1);
    for (int i = 0; i < 60; i++) {
      x.trySend(1);
      y.trySend(1);
      Select.of(x.onReceive(v -> written.append('x')), y.onReceive(v -> written.append('y')))
          .run();
    }
  }

  /** A mutex that is held while others yield is handed over after a while, and always the same. */
  @Test
  void mutex_sameSeed_isLockedInTheSameOrder() throws Exception {
    Set<String> seen = new HashSet<>();
    for (long seed = 1; seed <= 5; seed++) {
      String order = written(seed, written -> contend(written, 0));
      // Takes another time, which must not matter.
      String slower = written(seed, written -> contend(written, 200_000));
      assertThat(slower).as("seed %d", seed).isEqualTo(order);
      seen.add(order);
    }
    assertThat(seen).hasSizeGreaterThan(1);
  }

  private static void contend(StringBuffer written, long nanos) {
    WaitGroup wg = new WaitGroup();
    Mutex mutex = new Mutex();
    for (char name = 'a'; name < 'g'; name++) {
      char own = name;
      wg.go(() -> {
        for (int i = 0; i < 8; i++) {
          mutex.lock();
          written.append(own);
          compute(nanos);
          Thread.yield();
          mutex.unlock();
        }
      });
    }
    wg.await();
  }

  private static void compute(long nanos) {
    long start = System.nanoTime();
    while (System.nanoTime() - start < nanos) {
      Thread.onSpinWait();
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
