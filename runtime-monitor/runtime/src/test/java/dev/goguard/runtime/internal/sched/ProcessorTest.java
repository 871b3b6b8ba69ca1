package dev.goguard.runtime.internal.sched;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProcessorTest {
  private static final Runnable WAITING = () -> {};
  private static final Runnable PAIR = () -> {};

  private final GlobalQueue global = new GlobalQueue();
  private final Processor processor = new Processor(global);

  @Test
  void poll_pairThatKeepsHandingOver_queuedGoroutineRunsBeforeLong() {
    processor.enqueue(WAITING);
    assertThat(handOversBeforeWaiting()).isLessThan(100);
  }

  @Test
  void poll_pairThatKeepsHandingOver_globalGoroutineRunsBeforeLong() {
    global.add(WAITING);
    assertThat(handOversBeforeWaiting()).isLessThan(100);
  }

  private int handOversBeforeWaiting() {
    processor.countTick(); // zero is a turn of the queue
    for (int handOvers = 0; handOvers < 1000; handOvers++) {
      processor.ready(PAIR);
      if (processor.poll() == WAITING) {
        return handOvers;
      }
      processor.countTick();
    }
    return Integer.MAX_VALUE;
  }
}
