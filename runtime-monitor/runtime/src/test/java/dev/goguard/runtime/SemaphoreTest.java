package dev.goguard.runtime;

import static dev.goguard.runtime.internal.WaitReason.CHAN_RECEIVE_NIL;
import static dev.goguard.runtime.internal.WaitReason.SELECT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goguard.runtime.internal.Guarded;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

@Guarded
class SemaphoreTest {
  private final Context background = Context.background();

  @Test
  void hammer_manyWeights_neverExceedsTheSize() {
    int size = 4;
    Semaphore semaphore = new Semaphore(size);
    AtomicLong held = new AtomicLong();
    AtomicBoolean exceeded = new AtomicBoolean();
    WaitGroup wg = new WaitGroup();
    for (int i = 0; i <= size; i++) {
      int weight = i;
      wg.go(() -> {
        for (int k = 0; k < 500; k++) {
          semaphore.acquire(background, weight);
          exceeded.compareAndSet(false, held.addAndGet(weight) > size);
          Thread.yield();
          held.addAndGet(-weight);
          semaphore.release(weight);
        }
      });
    }
    wg.await();
    assertThat(exceeded).isFalse();
    assertThat(semaphore.tryAcquire(size)).isTrue();
  }

  @Test
  void release_moreThanHeld_panicsAndChangesNothing() {
    Semaphore semaphore = new Semaphore(1);
    assertThatThrownBy(() -> semaphore.release(1))
        .isInstanceOf(GoPanic.class)
        .hasMessage("semaphore: released more than held");
    assertThat(semaphore.tryAcquire(1)).isTrue();
    assertThat(semaphore.tryAcquire(1)).isFalse();
  }

  @Test
  void create_negativeSize_panics() {
    assertThatThrownBy(() -> new Semaphore(-1)).hasMessage("semaphore: size < 0");
  }

  @Test
  void tryAcquire_sizeZero_hasRoomForNothing() {
    Semaphore semaphore = new Semaphore(0);
    assertThat(semaphore.tryAcquire(0)).isTrue();
    assertThat(semaphore.tryAcquire(1)).isFalse();
    semaphore.acquire(0);
  }

  @Test
  void operations_negativeWeight_panic() {
    Semaphore semaphore = new Semaphore(1);
    assertThatThrownBy(() -> semaphore.acquire(background, -1)).hasMessage("semaphore: n < 0");
    assertThatThrownBy(() -> semaphore.tryAcquire(-1)).hasMessage("semaphore: n < 0");
    assertThatThrownBy(() -> semaphore.release(-1)).hasMessage("semaphore: n < 0");
  }

  @Test
  void tryAcquire_roomOrNot_saysSo() {
    Semaphore semaphore = new Semaphore(2);
    semaphore.acquire(background, 1);
    assertThat(semaphore.tryAcquire(1)).isTrue();
    assertThat(semaphore.tryAcquire(1)).isFalse();
    semaphore.release(2);
    assertThat(semaphore.tryAcquire(1)).isTrue();
    semaphore.acquire(background, 1);
    assertThat(semaphore.tryAcquire(1)).isFalse();
  }

  @Test
  void acquire_noRoomUntilTheDeadline_throws() {
    Semaphore semaphore = new Semaphore(1);
    try (CancelContext context = Context.withTimeout(background, Duration.ofMinutes(1))) {
      semaphore.acquire(context, 1);
    }
    try (CancelContext context = Context.withTimeout(background, Duration.ofMillis(5))) {
      assertThatThrownBy(() -> semaphore.acquire(context, 1))
          .isSameAs(ContextException.DEADLINE_EXCEEDED);
    }
    semaphore.release(1);
    assertThat(semaphore.tryAcquire(1)).isTrue();
  }

  @Test
  void acquire_moreThanTheSize_blocksNobodyElse() throws Exception {
    Semaphore semaphore = new Semaphore(2);
    CancelContext context = Context.withCancel(background);
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    Thread doomed = GoStatement.start(() -> {
      try {
        semaphore.acquire(context, 3);
      } catch (ContextException e) {
        thrown.set(e);
      }
    });
    WaitGroup wg = new WaitGroup();
    for (int i = 0; i < 6; i++) {
      wg.go(() -> {
        semaphore.acquire(background, 1);
        Thread.yield();
        semaphore.release(1);
      });
    }
    wg.await();
    context.cancel();
    doomed.join();
    assertThat(thrown).hasValue(ContextException.CANCELED);
  }

  @Test
  void acquire_moreThanTheSizeWithoutContext_waitsUntilInterrupted() throws Exception {
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    Thread doomed = Parked.go(CHAN_RECEIVE_NIL, () -> {
      try {
        new Semaphore(1).acquire(2);
      } catch (GoInterruptedException e) {
        thrown.set(e);
      }
    });
    doomed.interrupt();
    doomed.join();
    assertThat(thrown.get()).isNotNull();
  }

  @Test
  void acquire_everythingWhileOthersTakeTurns_isServed() {
    int size = 3;
    Semaphore semaphore = new Semaphore(size);
    AtomicBoolean running = new AtomicBoolean(true);
    WaitGroup wg = new WaitGroup();
    for (int i = 0; i < size; i++) {
      semaphore.acquire(background, 1);
      wg.go(() -> {
        while (running.get()) {
          Thread.yield();
          semaphore.release(1);
          semaphore.acquire(background, 1);
        }
        semaphore.release(1);
      });
    }
    semaphore.acquire(background, size);
    running.set(false);
    semaphore.release(size);
    wg.await();
    assertThat(semaphore.tryAcquire(size)).isTrue();
  }

  @Test
  void acquire_largeOneWaitsInFront_smallOnesWaitBehindIt() throws Exception {
    Semaphore semaphore = new Semaphore(3);
    semaphore.acquire(2);
    List<String> order = new ArrayList<>();
    Thread large = Parked.go(SELECT, () -> {
      semaphore.acquire(3);
      order.add("large");
      semaphore.release(3);
    });
    Thread small = Parked.go(SELECT, () -> {
      semaphore.acquire(1);
      order.add("small");
    });
    assertThat(semaphore.tryAcquire(1)).as("room, but somebody waits").isFalse();
    semaphore.release(2);
    large.join();
    small.join();
    assertThat(order).containsExactly("large", "small");
  }

  @Test
  void acquire_largeOneInFrontIsCancelled_servesTheOnesBehind() throws Exception {
    Semaphore semaphore = new Semaphore(10);
    semaphore.acquire(1);
    CancelContext context = Context.withCancel(background);
    final Thread large = Parked.go(SELECT, () -> {
      try {
        semaphore.acquire(context, 10);
      } catch (ContextException e) {
        assertThat(e).isSameAs(ContextException.CANCELED);
      }
    });
    final Thread small = Parked.go(SELECT, () -> semaphore.acquire(1));
    context.cancel();
    large.join();
    small.join();
    assertThat(semaphore.tryAcquire(8)).isTrue();
    assertThat(semaphore.tryAcquire(1)).isFalse();
  }

  @Test
  void acquire_cancelledBeforeTheRelease_failsAndHoldsNothing() throws Exception {
    Semaphore semaphore = new Semaphore(2);
    CancelContext context = Context.withCancel(background);
    semaphore.acquire(1);
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    Thread waiter = Parked.go(SELECT, () -> {
      try {
        semaphore.acquire(context, 2);
      } catch (ContextException e) {
        thrown.set(e);
      }
    });
    context.cancel();
    semaphore.release(1);
    waiter.join();
    assertThat(thrown).hasValue(ContextException.CANCELED);
    assertThat(semaphore.tryAcquire(2)).isTrue();
    semaphore.release(2);
    assertThatThrownBy(() -> semaphore.acquire(context, 1)).isSameAs(ContextException.CANCELED);
    assertThat(semaphore.tryAcquire(2))
        .as("a context that has ended acquires nothing")
        .isTrue();
  }

  @Test
  void acquire_interrupted_throwsAndServesTheOnesBehind() throws Exception {
    Semaphore semaphore = new Semaphore(2);
    semaphore.acquire(1);
    AtomicReference<Boolean> flag = new AtomicReference<>();
    final Thread large = Parked.go(SELECT, () -> {
      try {
        semaphore.acquire(2);
      } catch (GoInterruptedException e) {
        flag.set(Thread.currentThread().isInterrupted());
      }
    });
    final Thread small = Parked.go(SELECT, () -> semaphore.acquire(1));
    large.interrupt();
    large.join();
    small.join();
    assertThat(flag).hasValue(true);
    semaphore.release(2);
  }
}
