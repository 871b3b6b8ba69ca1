package dev.goguard.runtime.soak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goguard.runtime.Chan;
import dev.goguard.runtime.Go;
import dev.goguard.runtime.GoBody;
import dev.goguard.runtime.GoInterruptedException;
import dev.goguard.runtime.WaitGroup;
import dev.goguard.runtime.internal.UncaughtExtension;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The soak, on the scheduler of {@code -Dgoguard.scheduler}; see CONTRIBUTING.md for how to run it.
 *
 * <p>The seed fixes what every goroutine chooses to do, not when it runs.
 */
@Tag("soak")
@ExtendWith(UncaughtExtension.class)
final class SoakTest {
  private static final int GOROUTINES = Integer.getInteger("soak.goroutines", 1_000_000);
  private static final long SECONDS = Long.getLong("soak.seconds", 60);
  private static final long SEED = Long.getLong("soak.seed", System.nanoTime());

  @Test
  void soak_randomOperations_loseDuplicateAndReorderNothing() throws Exception {
    Soak soak = new Soak();
    System.out.printf(
        "soak: scheduler %s, %,d goroutines, %d s, -Dsoak.seed=%d%n",
        System.getProperty("goguard.scheduler", "jdk"), GOROUTINES, SECONDS, SEED);
    assertThat(soak.run(GOROUTINES, SECONDS, SEED)).as("-Dsoak.seed=%d", SEED).isEmpty();
    System.out.printf("soak: %,d operations: %s%n", soak.tally.total(), soak.tally);
  }

  @Test
  void channel_withAMillionWaiters_givesEachOneElement() {
    Chan<Integer> ch = Chan.make();
    LongAdder sum = new LongAdder();
    WaitGroup all = new WaitGroup();
    startParked(all, () -> sum.add(ch.receive()));
    for (int i = 0; i < GOROUTINES; i++) {
      ch.send(i);
    }
    all.await();
    assertThat(sum.sum()).isEqualTo(GOROUTINES * (GOROUTINES - 1L) / 2);
  }

  @Test
  void close_withAMillionWaiters_wakesAll() {
    Chan<Integer> ch = Chan.make();
    LongAdder ended = new LongAdder();
    WaitGroup all = new WaitGroup();
    startParked(all, () -> ended.add(ch.receiveOk().ok() ? 0 : 1));
    ch.close();
    all.await();
    assertThat(ended.sum()).isEqualTo(GOROUTINES);
  }

  /** Starts them all and returns when every one is parked. */
  private static void startParked(WaitGroup all, GoBody body) {
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < GOROUTINES; i++) {
      all.go(() -> {
        synchronized (threads) {
          threads.add(Thread.currentThread());
        }
        body.run();
      });
    }
    for (int i = 0; i < GOROUTINES; i++) {
      while (!isParked(threads, i)) {
        Thread.yield();
      }
    }
  }

  private static boolean isParked(List<Thread> threads, int i) {
    synchronized (threads) {
      return i < threads.size() && threads.get(i).getState() == Thread.State.WAITING;
    }
  }

  @Test
  void receive_parkedAThousandFramesDeep_goesOn() {
    Chan<Integer> ch = Chan.make();
    LongAdder sum = new LongAdder();
    WaitGroup all = new WaitGroup();
    int goroutines = GOROUTINES / 1000;
    for (int i = 0; i < goroutines; i++) {
      all.go(() -> sum.add(receiveAtDepth(ch, 1000)));
    }
    for (int i = 0; i < goroutines; i++) {
      ch.send(1);
    }
    all.await();
    assertThat(sum.sum()).isEqualTo(1001L * goroutines);
  }

  private static int receiveAtDepth(Chan<Integer> ch, int depth) {
    return depth == 0 ? ch.receive() : 1 + receiveAtDepth(ch, depth - 1);
  }

  @Test
  void interrupts_ofParkedGoroutines_loseNoElement() {
    Chan<Integer> ch = Chan.make();
    Chan<Thread> started = Chan.make(16);
    Chan<Integer> ended = Chan.make(16);
    int half = GOROUTINES / 20;
    for (int i = 0; i < 2 * half; i++) {
      Go.go(() -> {
        started.send(Thread.currentThread());
        ended.send(receiveUnlessInterrupted(ch));
      });
      Thread starting = started.receive();
      if (i % 2 == 0) {
        starting.interrupt();
        assertThat(ended.receive()).as("element of an interrupted receive").isZero();
      }
    }
    for (int i = 1; i <= half; i++) {
      ch.send(1);
    }
    for (int i = 1; i <= half; i++) {
      assertThat(ended.receive()).isEqualTo(1);
    }
    assertThat(ch.tryReceive()).isNull();
  }

  private static int receiveUnlessInterrupted(Chan<Integer> ch) {
    try {
      return ch.receive();
    } catch (GoInterruptedException e) {
      assertThat(Thread.interrupted()).as("the flag is kept").isTrue();
      return 0;
    }
  }
}
