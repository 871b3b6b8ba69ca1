package dev.goguard.runtime.internal.sched;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goguard.runtime.internal.Guarded;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;

@Guarded
class RunQueueTest {
  private final RunQueue queue = new RunQueue();
  private final Runnable[] grabbed = new Runnable[RunQueue.CAPACITY / 2];

  private record Numbered(int number) implements Runnable {
    @Override
    public void run() {}
  }

  @Test
  void poll_afterPushes_isFirstInFirstOut() {
    pushAll(0, 3);
    assertThat(queue.size()).isEqualTo(3);
    assertThat(drain()).containsExactly(0, 1, 2);
    assertThat(queue.isEmpty()).isTrue();
  }

  @Test
  void push_fullQueue_refuses() {
    pushAll(0, RunQueue.CAPACITY);
    assertThat(queue.push(new Numbered(999))).isFalse();
    assertThat(drain()).hasSize(RunQueue.CAPACITY).doesNotContain(999);
  }

  @Test
  void push_aroundTheRing_keepsTheOrder() {
    for (int i = 0; i < 10 * RunQueue.CAPACITY; i++) {
      assertThat(queue.push(new Numbered(i))).isTrue();
      assertThat(queue.poll()).isEqualTo(new Numbered(i));
    }
  }

  @Test
  void grabHalf_oddNumber_takesTheLargerHalfFromTheHead() {
    pushAll(0, 5);
    assertThat(queue.grabHalf(grabbed)).isEqualTo(3);
    assertThat(grabbed).startsWith(new Numbered(0), new Numbered(1), new Numbered(2));
    assertThat(drain()).containsExactly(3, 4);
  }

  @Test
  void grabHalf_one_takesIt() {
    pushAll(7, 8);
    assertThat(queue.grabHalf(grabbed)).isEqualTo(1);
    assertThat(queue.isEmpty()).isTrue();
  }

  @Test
  void grabHalf_empty_takesNothing() {
    assertThat(queue.grabHalf(grabbed)).isZero();
  }

  @Test
  void takenGoroutines_areNotKeptReachable() {
    List<WeakReference<Runnable>> pushed = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      Runnable goroutine = new Numbered(i);
      pushed.add(new WeakReference<>(goroutine));
      queue.push(goroutine);
    }
    queue.grabHalf(grabbed);
    java.util.Arrays.fill(grabbed, null);
    drain();
    for (WeakReference<Runnable> reference : pushed) {
      awaitCleared(reference);
    }
    assertThat(queue.isEmpty()).isTrue();
  }

  private static void awaitCleared(WeakReference<?> reference) {
    while (!reference.refersTo(null)) {
      System.gc();
      Thread.onSpinWait();
    }
  }

  @Test
  void ownerAgainstThieves_everyGoroutineIsTakenOnce() throws Exception {
    int total = 1_000_000;
    AtomicIntegerArray taken = new AtomicIntegerArray(total);
    AtomicBoolean done = new AtomicBoolean();
    ExecutorService thieves = Executors.newFixedThreadPool(2);
    try {
      List<Future<Integer>> stolen = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        stolen.add(thieves.submit(stealUntil(done, taken)));
      }
      int own = pushAndPoll(total, taken);
      done.set(true);
      for (Future<Integer> share : stolen) {
        own += share.get();
      }
      assertThat(own).isEqualTo(total);
    } finally {
      thieves.shutdown();
    }
    for (int i = 0; i < total; i++) {
      assertThat(taken.get(i)).as("goroutine %d", i).isOne();
    }
  }

  private int pushAndPoll(int total, AtomicIntegerArray taken) {
    int own = 0;
    for (int i = 0; i < total; ) {
      if (queue.push(new Numbered(i))) {
        i++;
      }
      if (i % 3 == 0 || queue.size() >= RunQueue.CAPACITY) {
        own += count(queue.poll(), taken);
      }
    }
    for (Runnable rest = queue.poll(); rest != null; rest = queue.poll()) {
      own += count(rest, taken);
    }
    return own;
  }

  private Callable<Integer> stealUntil(AtomicBoolean done, AtomicIntegerArray taken) {
    return () -> {
      Runnable[] mine = new Runnable[RunQueue.CAPACITY / 2];
      int stolen = 0;
      while (!done.get()) {
        int n = queue.grabHalf(mine);
        for (int i = 0; i < n; i++) {
          stolen += count(mine[i], taken);
        }
      }
      return stolen;
    };
  }

  private static int count(Runnable goroutine, AtomicIntegerArray taken) {
    if (goroutine == null) {
      return 0;
    }
    taken.incrementAndGet(((Numbered) goroutine).number());
    return 1;
  }

  private void pushAll(int from, int to) {
    for (int i = from; i < to; i++) {
      assertThat(queue.push(new Numbered(i))).isTrue();
    }
  }

  private List<Integer> drain() {
    List<Integer> numbers = new ArrayList<>();
    for (Runnable next = queue.poll(); next != null; next = queue.poll()) {
      numbers.add(((Numbered) next).number());
    }
    return numbers;
  }
}
