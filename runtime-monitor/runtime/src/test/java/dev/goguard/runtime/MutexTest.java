package dev.goguard.runtime;

import static dev.goguard.runtime.internal.WaitReason.MUTEX;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goguard.runtime.internal.Guarded;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

@Guarded
class MutexTest {
  private final Mutex mutex = new Mutex();

  @Test
  void lock_manyGoroutines_excludesAndPublishes() {
    int[] counter = new int[1];
    WaitGroup wg = new WaitGroup();
    for (int i = 0; i < 10; i++) {
      wg.go(() -> {
        for (int k = 0; k < 2_000; k++) {
          if (k % 3 == 0 && mutex.tryLock()) {
            counter[0]++;
          } else {
            mutex.lock();
            counter[0]++;
          }
          mutex.unlock();
        }
      });
    }
    wg.await();
    assertThat(counter[0]).isEqualTo(20_000);
    assertThat(mutex.tryLock()).isTrue();
  }

  @Test
  void lock_holderBlocks_excludesAcrossSwitches() {
    int[] inside = new int[1];
    boolean[] broken = new boolean[1];
    WaitGroup wg = new WaitGroup();
    for (int i = 0; i < 50; i++) {
      wg.go(() -> {
        mutex.lock();
        broken[0] |= ++inside[0] != 1;
        Thread.yield();
        inside[0]--;
        mutex.unlock();
      });
    }
    wg.await();
    assertThat(broken[0]).isFalse();
  }

  @Test
  void lock_byTheHolder_waitsAsItIsNotReentrant() throws Exception {
    mutex.lock();
    Thread again = Parked.go(MUTEX, mutex::lock);
    mutex.unlock();
    again.join();
    assertThat(mutex.tryLock()).isFalse();
  }

  @Test
  void unlock_byAnother_isAllowed() throws Exception {
    mutex.lock();
    GoStatement.start(mutex::unlock).join();
    assertThat(mutex.tryLock()).isTrue();
  }

  @Test
  void lock_competitorHoldsItNearlyAlways_isServed() {
    AtomicBoolean stop = new AtomicBoolean();
    WaitGroup wg = new WaitGroup();
    wg.go(() -> {
      while (!stop.get()) {
        mutex.lock();
        Thread.sleep(1);
        mutex.unlock();
      }
    });
    for (int i = 0; i < 20; i++) {
      Thread.yield();
      mutex.lock();
      mutex.unlock();
    }
    stop.set(true);
    wg.await();
  }

  @Test
  void tryLock_timeRunsOut_isFalseAndLeavesNobodyQueued() {
    mutex.lock();
    assertThat(mutex.tryLock(Duration.ofMillis(1))).isFalse();
    assertThat(mutex.tryLock(Duration.ZERO)).isFalse();
    mutex.unlock();
    assertThat(mutex.tryLock(Duration.ofSeconds(-1))).as("unlocked").isTrue();
  }

  @Test
  void tryLock_interruptedWhileWaiting_locksAndKeepsFlag() throws Exception {
    mutex.lock();
    AtomicBoolean flag = new AtomicBoolean();
    Thread waiting = Parked.go(MUTEX, () -> {
      if (mutex.tryLock(Duration.ofDays(200_000))) {
        flag.set(Thread.currentThread().isInterrupted());
      }
    });
    waiting.interrupt();
    mutex.unlock();
    waiting.join();
    assertThat(flag).isTrue();
    assertThat(mutex.tryLock()).isFalse();
  }

  @Test
  void unlock_unlocked_isFatal() {
    assertUnlockIsFatal();
    mutex.lock();
    mutex.unlock();
    assertUnlockIsFatal();
  }

  private void assertUnlockIsFatal() {
    assertThatThrownBy(mutex::unlock)
        .isInstanceOf(GoFatalError.class)
        .hasMessage("sync: unlock of unlocked mutex");
  }

  @Test
  @SuppressWarnings("try") // the lock is held, not used
  void locked_tryStatement_unlocksAtItsEnd() {
    assertThatThrownBy(() -> {
          try (var held = mutex.locked()) {
            assertThat(mutex.tryLock()).isFalse();
            Go.panic("inside");
          }
        })
        .hasMessage("inside");
    assertThat(mutex.tryLock()).isTrue();
  }

  /** One that has waited long enough and lost once is handed the lock: nobody can come between. */
  @Test
  void unlock_waiterStarves_handsOver() throws Exception {
    for (int round = 0; round < 20; ) {
      mutex.lock();
      Chan<Integer> over = Chan.make();
      Thread starving = Parked.go(MUTEX, () -> {
        mutex.lock();
        over.receive();
        mutex.unlock();
      });
      if (losesOnce(starving)) {
        mutex.unlock();
        assertThat(mutex.tryLock()).as("round %d", round++).isFalse();
      }
      over.send(1);
      starving.join();
    }
  }

  /** Unlocks and locks before the one that was woken; false when that one was faster. */
  private boolean losesOnce(Thread waiting) {
    Object first = LockSupport.getBlocker(waiting);
    for (long start = System.nanoTime(); System.nanoTime() - start < 2_000_000; ) {
      Thread.onSpinWait();
    }
    mutex.unlock();
    if (!mutex.tryLock()) {
      return false;
    }
    while (LockSupport.getBlocker(waiting) == first || Parked.reasonOf(waiting) != MUTEX) {
      Thread.yield();
    }
    return true;
  }

  @Test
  void tryLock_timeLongPast_doesNotWait() {
    mutex.lock();
    assertThat(mutex.tryLock(Duration.ofSeconds(Long.MIN_VALUE))).isFalse();
    assertThat(mutex.tryLock(Duration.ofDays(-200_000))).isFalse();
  }
}
