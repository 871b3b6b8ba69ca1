package dev.goguard.runtime;

import static dev.goguard.runtime.internal.WaitReason.COND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goguard.runtime.internal.Guarded;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;

@Guarded
@SuppressWarnings("try") // a lock is held, not used
class CondTest {
  private final Mutex mutex = new Mutex();
  private final Cond cond = new Cond(mutex);

  private Thread waiting(GoBody afterwards) {
    return Parked.go(COND, () -> {
      mutex.lock();
      cond.await();
      afterwards.run();
      mutex.unlock();
    });
  }

  private void signalLocked() {
    mutex.lock();
    cond.signal();
    mutex.unlock();
  }

  @Test
  void signal_severalWait_wakesOneAtATimeInOrder() throws Exception {
    List<Integer> woken = new ArrayList<>(); // guarded by mutex
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      int n = i;
      threads.add(waiting(() -> woken.add(n)));
    }
    for (int i = 0; i < 20; i++) {
      signalLocked();
      threads.get(i).join();
      assertThat(woken).hasSize(i + 1).last().isEqualTo(i);
    }
    cond.signal();
  }

  @Test
  void signal_newWaiterEachTime_wakesThePreviousOne() throws Exception {
    Thread previous = waiting(() -> {});
    for (int i = 0; i < 100; i++) {
      Thread next = waiting(() -> {});
      signalLocked();
      previous.join();
      assertThat(next.isAlive()).isTrue();
      previous = next;
    }
    cond.signal();
    previous.join();
  }

  @Test
  void broadcast_generationsOfWaiters_wakesEachOncePerCall() {
    int count = 50;
    Chan<Integer> running = Chan.make(count);
    Chan<Integer> awake = Chan.make(count);
    boolean[] exit = new boolean[1]; // guarded by mutex
    WaitGroup wg = new WaitGroup();
    for (int i = 0; i < count; i++) {
      int n = i;
      wg.go(() -> {
        try (var held = mutex.locked()) {
          while (!exit[0]) {
            running.send(n);
            cond.await();
            awake.send(n);
          }
        }
      });
    }
    for (int round = 0; round < 20; round++) {
      receive(running, count);
      assertThat(awake.len()).as("asleep").isZero();
      mutex.lock();
      exit[0] = round == 19;
      cond.broadcast();
      mutex.unlock();
      assertThat(receive(awake, count)).doesNotHaveDuplicates().hasSize(count);
    }
    wg.await();
    assertThat(running.len()).as("exited").isZero();
    cond.broadcast();
  }

  private static List<Integer> receive(Chan<Integer> channel, int count) {
    List<Integer> received = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      received.add(channel.receive());
    }
    return received;
  }

  @Test
  void await_threeGoroutinesPassingOn_seeEachStep() {
    int[] x = new int[1]; // guarded by mutex
    boolean[] wrong = new boolean[1];
    WaitGroup wg = new WaitGroup();
    wg.go(() -> {
      mutex.lock();
      x[0] = 1;
      cond.await();
      wrong[0] |= x[0] != 2;
      x[0] = 3;
      cond.signal();
      mutex.unlock();
    });
    wg.go(() -> {
      lockWhen(x, 1);
      x[0] = 2;
      cond.signal();
      mutex.unlock();
    });
    wg.go(() -> {
      lockWhen(x, 2);
      if (x[0] == 2) {
        cond.await();
        wrong[0] |= x[0] != 3;
      }
      mutex.unlock();
    });
    wg.await();
    assertThat(wrong[0]).isFalse();
    assertThat(x[0]).isEqualTo(3);
  }

  private void lockWhen(int[] x, int least) {
    mutex.lock();
    while (x[0] < least) {
      mutex.unlock();
      Thread.yield();
      mutex.lock();
    }
  }

  @Test
  void broadcast_raceWithNewWaiter_wakesTheOldOne() throws Exception {
    for (int round = 0; round < 300; round++) {
      final Thread old = waiting(() -> {});
      boolean[] done = new boolean[1]; // guarded by mutex
      Go.go(cond::broadcast);
      WaitGroup late = new WaitGroup();
      late.go(() -> {
        try (var held = mutex.locked()) {
          while (!done[0]) {
            cond.await();
          }
        }
      });
      old.join();
      mutex.lock();
      done[0] = true;
      mutex.unlock();
      cond.broadcast();
      late.await();
    }
  }

  @Test
  void await_interrupted_throwsWithTheLockHeldAndTheFlagSet() throws Exception {
    AtomicReference<String> seen = new AtomicReference<>();
    Thread thread = Parked.go(COND, () -> {
      mutex.lock();
      try {
        cond.await();
      } catch (GoInterruptedException e) {
        seen.set("locked: " + !mutex.tryLock() + ", flag: " + Thread.interrupted());
      }
      mutex.unlock();
    });
    thread.interrupt();
    thread.join();
    assertThat(seen).hasValue("locked: true, flag: true");
    Thread other = waiting(() -> {});
    cond.signal();
    other.join();
  }

  @Test
  void awaitInterruptibly_interrupted_throwsCheckedAndClearsFlag() throws Exception {
    AtomicReference<String> seen = new AtomicReference<>();
    Thread thread = Parked.go(COND, () -> {
      mutex.lock();
      try {
        cond.awaitInterruptibly();
      } catch (InterruptedException e) {
        seen.set("flag: " + Thread.interrupted());
      }
      mutex.unlock();
    });
    thread.interrupt();
    thread.join();
    assertThat(seen).hasValue("flag: false");
    assertThat(mutex.tryLock()).isTrue();
  }

  @Test
  void awaitFor_timeRunsOut_isFalseWithTheLockHeld() {
    mutex.lock();
    assertThat(cond.awaitFor(Duration.ofMillis(1))).isFalse();
    assertThat(cond.awaitFor(Duration.ofSeconds(-1))).isFalse();
    assertThat(mutex.tryLock()).isFalse();
  }

  @Test
  void awaitFor_signalled_isTrue() throws Exception {
    AtomicReference<Boolean> signalled = new AtomicReference<>();
    Thread thread = Parked.go(COND, () -> {
      mutex.lock();
      signalled.set(cond.awaitFor(Duration.ofHours(1)));
      mutex.unlock();
    });
    cond.signal();
    thread.join();
    assertThat(signalled).hasValue(true);
  }

  @Test
  void await_readLock_letsReadersIn() throws Exception {
    RWMutex rw = new RWMutex();
    Cond changed = new Cond(rw.rlocker());
    assertThat(changed.locker()).isSameAs(rw.rlocker());
    Thread reader = Parked.go(COND, () -> {
      rw.rlock();
      changed.await();
      rw.runlock();
    });
    assertThat(rw.tryLock()).as("waiting holds nothing").isTrue();
    rw.unlock();
    changed.broadcast();
    reader.join();
    assertThat(rw.tryLock()).isTrue();
  }

  @Test
  void await_lockOfTheJdk_unlocksAndLocksIt() throws Exception {
    ReentrantLock lock = new ReentrantLock();
    Cond changed = new Cond(lock);
    AtomicReference<Boolean> held = new AtomicReference<>();
    Thread waiter = Parked.go(COND, () -> {
      lock.lock();
      changed.await();
      held.set(lock.isHeldByCurrentThread());
      lock.unlock();
    });
    assertThat(lock.isLocked()).isFalse();
    changed.signal();
    waiter.join();
    assertThat(held).hasValue(true);
  }

  @Test
  void await_notLocked_isFatalAndLeavesNobodyWaiting() throws Exception {
    assertThatThrownBy(cond::await).hasMessage("sync: unlock of unlocked mutex");
    Thread waiter = waiting(() -> {});
    cond.signal();
    waiter.join();
  }

  @Test
  void awaitFor_timeLongPast_doesNotWait() {
    mutex.lock();
    assertThat(cond.awaitFor(Duration.ofSeconds(Long.MIN_VALUE))).isFalse();
  }
}
