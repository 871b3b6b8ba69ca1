package dev.goguard.runtime;

import static dev.goguard.runtime.internal.WaitReason.WAIT_GROUP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goguard.runtime.internal.Guarded;
import dev.goguard.runtime.internal.SpinLock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

@Guarded
class WaitGroupTest {
  private final WaitGroup wg = new WaitGroup();

  @Test
  void await_zero_returnsAtOnce() {
    wg.await();
    wg.add(2);
    wg.done();
    wg.add(-1);
    wg.await();
  }

  @Test
  void await_tasksRunning_waitsForAll() {
    AtomicInteger finished = new AtomicInteger();
    for (int round = 1; round <= 8; round++) {
      for (int i = 0; i < 16; i++) {
        wg.go(finished::incrementAndGet);
      }
      wg.await();
      assertThat(finished).hasValue(16 * round);
    }
  }

  @Test
  void await_plainWritesOfTasks_areVisible() {
    int[] cells = new int[100];
    wg.add(cells.length);
    for (int i = 0; i < cells.length; i++) {
      int n = i;
      Go.go(() -> {
        cells[n] = n + 1;
        wg.done();
      });
    }
    wg.await();
    for (int i = 0; i < cells.length; i++) {
      assertThat(cells[i]).isEqualTo(i + 1);
    }
  }

  @Test
  void done_lastOne_releasesEveryWaiter() throws Exception {
    wg.add(1);
    List<Thread> waiters = List.of(
        Parked.go(WAIT_GROUP, wg::await),
        Parked.go(WAIT_GROUP, wg::await),
        Parked.go(WAIT_GROUP, wg::await));
    wg.done();
    for (Thread waiter : waiters) {
      waiter.join();
    }
  }

  @Test
  void done_notTheLastOne_releasesNobody() throws Exception {
    wg.add(2);
    Thread waiter = Parked.go(WAIT_GROUP, wg::await);
    wg.done();
    assertThat(Parked.reasonOf(waiter)).isEqualTo(WAIT_GROUP);
    wg.done();
    waiter.join();
  }

  @Test
  void done_moreOftenThanAdded_panics() {
    wg.add(1);
    wg.done();
    assertThatThrownBy(wg::done)
        .isInstanceOf(GoPanic.class)
        .hasMessage("sync: negative WaitGroup counter");
    wg.await();
  }

  /** The waiter has to be woken before it can look; the counter is raised again meanwhile. */
  @Test
  void await_raisedAgainBeforeItReturned_panics() throws Exception {
    AtomicReference<GoPanic> panic = new AtomicReference<>();
    for (int round = 0; round < 1000 && panic.get() == null; round++) {
      wg.add(1);
      Thread waiter = Parked.go(WAIT_GROUP, () -> awaitKeeping(panic));
      wg.done();
      wg.add(1);
      waiter.join();
      wg.done();
    }
    assertThat(panic.get())
        .hasMessage("sync: WaitGroup is reused before previous Wait has returned");
  }

  private void awaitKeeping(AtomicReference<GoPanic> panic) {
    try {
      wg.await();
    } catch (GoPanic e) {
      panic.set(e);
    }
  }

  @Test
  void add_overflow_panics() {
    wg.add(Integer.MAX_VALUE);
    assertThatThrownBy(() -> wg.add(1)).hasMessage("sync: negative WaitGroup counter");
  }

  @Test
  void go_bodyPanics_isDoneAfterTheHandlerHasSeenIt() {
    AtomicReference<Throwable> seen = new AtomicReference<>();
    wg.go(() -> {
      Thread.currentThread().setUncaughtExceptionHandler((thread, panic) -> seen.set(panic));
      Go.panic("lost");
    });
    wg.await();
    assertThat(seen.get()).isInstanceOf(GoPanic.class).hasMessage("lost");
  }

  @Test
  void done_nobodyWaitsThere_releasesNobodyElse() {
    WaitGroup first = new WaitGroup();
    WaitGroup second = new WaitGroup();
    for (int round = 0; round < 8; round++) {
      AtomicInteger exited = new AtomicInteger();
      WaitGroup all = new WaitGroup();
      first.add(16);
      second.add(16);
      for (int i = 0; i < 16; i++) {
        all.go(() -> {
          first.done();
          second.await();
          exited.incrementAndGet();
        });
      }
      first.await();
      for (int i = 0; i < 16; i++) {
        assertThat(exited).hasValue(0);
        second.done();
      }
      all.await();
      assertThat(exited).hasValue(16);
    }
  }

  @Test
  void await_freshGroupEachTime_neverReturnsEarly() {
    for (int i = 0; i < 1000; i++) {
      WaitGroup group = new WaitGroup();
      AtomicInteger ended = new AtomicInteger();
      group.add(2);
      for (int k = 0; k < 2; k++) {
        Go.go(() -> {
          ended.incrementAndGet();
          group.done();
        });
      }
      group.await();
      assertThat(ended).hasValue(2);
    }
  }

  @Test
  void go_oneTask_isAwaited() {
    int[] i = new int[1];
    wg.go(() -> i[0]++);
    wg.await();
    assertThat(i[0]).isEqualTo(1);
  }

  /** The one who lowers the counter is held up between that and the release of the waiter. */
  @Test
  void add_betweenZeroAndTheReleaseOfWaiters_panicsAndReleasesThem() throws Exception {
    wg.add(1);
    final Thread waiter = Parked.go(WAIT_GROUP, wg::await);
    SpinLock guard = Private.get(wg, "guard", SpinLock.class);
    guard.lock();
    final Thread done = Thread.ofPlatform().start(wg::done);
    Private.awaitInside(done, "releaseWaiters");
    AtomicReference<GoPanic> panic = new AtomicReference<>();
    final Thread add = Thread.ofPlatform().start(() -> {
      try {
        wg.add(1);
      } catch (GoPanic e) {
        panic.set(e);
      }
    });
    Private.awaitInside(add, "misuse");
    guard.unlock();
    done.join();
    add.join();
    waiter.join();
    assertThat(panic.get()).hasMessage("sync: WaitGroup misuse: Add called concurrently with Wait");
    wg.await();
  }

  @Test
  void awaitFor_timeRunsOut_isFalseAndLeavesNobodyQueued() {
    wg.add(1);
    assertThat(wg.awaitFor(Duration.ofMillis(1))).isFalse();
    assertThat(wg.awaitFor(Duration.ZERO)).isFalse();
    wg.done();
    wg.add(1);
    wg.done();
    assertThat(wg.awaitFor(Duration.ZERO)).isTrue();
  }

  @Test
  void awaitFor_doneInTime_isTrue() throws Exception {
    wg.add(1);
    AtomicReference<Boolean> zero = new AtomicReference<>();
    Thread waiter = Parked.go(WAIT_GROUP, () -> zero.set(wg.awaitFor(Duration.ofHours(1))));
    wg.done();
    waiter.join();
    assertThat(zero).hasValue(true);
  }

  @Test
  void awaitInterruptibly_interrupted_throwsCheckedAndClearsFlag() throws Exception {
    wg.add(1);
    AtomicReference<Boolean> flag = new AtomicReference<>();
    Thread waiter = Parked.go(WAIT_GROUP, () -> {
      try {
        wg.awaitInterruptibly();
      } catch (InterruptedException e) {
        flag.set(Thread.currentThread().isInterrupted());
      }
    });
    waiter.interrupt();
    waiter.join();
    assertThat(flag).hasValue(false);
    wg.done();
    wg.awaitInterruptibly();
  }

  @Test
  void go_null_isFatalAndAddsNothing() {
    assertThatThrownBy(() -> wg.go(null)).isInstanceOf(GoFatalError.class);
    wg.await();
  }

  @Test
  void awaitFor_timeLongPast_doesNotWait() {
    wg.add(1);
    assertThat(wg.awaitFor(Duration.ofSeconds(Long.MIN_VALUE))).isFalse();
  }
}
