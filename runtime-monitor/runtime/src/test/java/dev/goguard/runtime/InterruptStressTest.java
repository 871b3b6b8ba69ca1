package dev.goguard.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goguard.runtime.internal.Guarded;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.TestReporter;

/** Interrupts race with hand-overs: an operation either takes place or throws, never both. */
@Guarded
class InterruptStressTest {
  private static final int ELEMENTS = 10_000;

  private final AtomicIntegerArray received = new AtomicIntegerArray(2 * ELEMENTS);
  private final AtomicBoolean finished = new AtomicBoolean();
  private final Chan<Integer> unused = Chan.make();

  @Capacities
  void interrupts_duringSendAndReceive_loseAndDuplicateNothing(int capacity, TestReporter reporter)
      throws Exception {
    Seed seed = new Seed(reporter);
    Chan<Integer> ch = Chan.make(capacity);
    final Thread plainSender = GoStatement.start(() -> sendAll(ch, 0, false));
    final Thread selectingSender = GoStatement.start(() -> sendAll(ch, ELEMENTS, true));
    final Thread plainReceiver = GoStatement.start(() -> receiveAll(ch, false));
    final Thread selectingReceiver = GoStatement.start(() -> receiveAll(ch, true));
    Thread interrupting = interrupt(
        List.of(plainSender, selectingSender, plainReceiver, selectingReceiver), seed.next());
    plainSender.join();
    selectingSender.join();
    ch.close();
    plainReceiver.join();
    selectingReceiver.join();
    finished.set(true);
    interrupting.join();
    for (int i = 0; i < 2 * ELEMENTS; i++) {
      assertThat(received.get(i)).as("receives of %d", i).isEqualTo(1);
    }
  }

  /** Interrupts from a platform thread: a virtual one that only yields keeps its carrier. */
  private Thread interrupt(List<Thread> threads, SplittableRandom random) {
    return Thread.ofPlatform().start(() -> {
      while (!finished.get()) {
        threads.get(random.nextInt(threads.size())).interrupt();
        Thread.yield();
      }
    });
  }

  private void sendAll(Chan<Integer> ch, int from, boolean selecting) {
    for (int i = from; i < from + ELEMENTS; i++) {
      int element = i;
      Select select = Select.of(ch.onSend(element, () -> {}), unused.onReceive(x -> {}));
      retry(selecting ? select::run : () -> ch.send(element));
    }
  }

  private void receiveAll(Chan<Integer> ch, boolean selecting) {
    boolean[] open = {true};
    Select select = Select.of(unused.onReceive(x -> {}), ch.onReceiveOk(r -> open[0] = count(r)));
    while (open[0]) {
      retry(selecting ? select::run : () -> open[0] = count(ch.receiveOk()));
    }
  }

  private boolean count(Received<Integer> element) {
    if (element.ok()) {
      received.incrementAndGet(element.value());
    }
    return element.ok();
  }

  private static void retry(Runnable operation) {
    while (true) {
      try {
        operation.run();
        return;
      } catch (GoInterruptedException e) {
        assertThat(Thread.interrupted()).as("the flag is kept").isTrue();
      }
    }
  }
}
