package dev.goguard.runtime.internal.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

class AlarmHeapTest {
  private final AlarmHeap heap = new AlarmHeap();

  private QueuedAlarm alarm(long when) {
    return new QueuedAlarm(when, () -> {}, null);
  }

  private List<Long> pollAll() {
    List<Long> times = new ArrayList<>();
    while (heap.size() > 0) {
      assertThat(heap.earliest()).isLessThan(Clock.NEVER);
      times.add(heap.poll().when());
    }
    return times;
  }

  @Test
  void earliest_empty_isNever() {
    assertThat(heap.earliest()).isEqualTo(Clock.NEVER);
    assertThat(heap.sweep()).isZero();
  }

  @Test
  void poll_anyOrderOfAdding_isSorted(TestReporter reporter) {
    SplittableRandom random = random(reporter);
    for (int size = 0; size < 300; size++) {
      IntStream.range(0, size).forEach(i -> heap.add(alarm(random.nextInt(100))));
      assertThat(pollAll()).hasSize(size).isSorted();
    }
  }

  @Test
  void sweep_someCancelled_keepsTheRestSorted(TestReporter reporter) {
    SplittableRandom random = random(reporter);
    for (int round = 0; round < 100; round++) {
      int dropped = 0;
      List<Long> expected = new ArrayList<>();
      for (int i = random.nextInt(200); i > 0; i--) {
        QueuedAlarm alarm = alarm(random.nextInt(1000));
        heap.add(alarm);
        if (random.nextBoolean()) {
          alarm.take();
          dropped++;
        } else {
          expected.add(alarm.when());
        }
      }
      assertThat(heap.sweep()).isEqualTo(dropped);
      assertThat(pollAll()).isSorted().containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  private static SplittableRandom random(TestReporter reporter) {
    long seed = Long.getLong("goguard.seed", System.nanoTime());
    reporter.publishEntry("goguard.seed", Long.toString(seed));
    return new SplittableRandom(seed);
  }
}
