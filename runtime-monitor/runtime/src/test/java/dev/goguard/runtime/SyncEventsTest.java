package dev.goguard.runtime;

import static dev.goguard.runtime.internal.WaitReason.MUTEX;
import static dev.goguard.runtime.internal.WaitReason.RW_MUTEX_READ;
import static dev.goguard.runtime.internal.WaitReason.RW_MUTEX_WRITE;
import static dev.goguard.runtime.internal.WaitReason.WAIT_GROUP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.goguard.runtime.internal.Guarded;
import dev.goguard.runtime.internal.HappensBefore;
import dev.goguard.runtime.internal.HappensBefore.Point;
import dev.goguard.runtime.internal.SyncEvents;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The edges of the Go memory model outside channels, and that others are absent. */
@Guarded
class SyncEventsTest {
  private final HappensBefore order = new HappensBefore();
  private Point there; // of a goroutine that has ended when it is read

  @BeforeEach
  void observe() {
    SyncEvents.observe(order);
  }

  @AfterEach
  void stopObserving() {
    SyncEvents.observe(null);
  }

  private void markThere() {
    there = order.point();
  }

  @Test
  void go_start_isBeforeTheBodyAndItsEndIsBeforeNothing() throws Exception {
    Point start = order.point();
    GoStatement.start(this::markThere).join();
    assertThat(start.isBefore(there)).isTrue();
    assertThat(there.isBefore(order.point())).isFalse();
  }

  @Test
  void run_mainEnds_isBeforeTheReturn() {
    Go.run(this::markThere);
    assertThat(there.isBefore(order.point())).isTrue();
  }

  @Test
  void mutex_unlock_isBeforeTheNextLock() throws Exception {
    Mutex mutex = new Mutex();
    mutex.lock();
    Thread waiting = Parked.go(MUTEX, () -> {
      mutex.lock();
      markThere();
    });
    Point unlock = order.point();
    mutex.unlock();
    waiting.join();
    assertThat(unlock.isBefore(there)).isTrue();
    assertThat(mutex.tryLock()).isFalse();
    assertThat(there.isBefore(order.point())).as("a failed tryLock").isFalse();
    mutex.unlock();
  }

  @Test
  void mutex_tryLock_isAfterTheUnlock() throws Exception {
    Mutex mutex = new Mutex();
    GoStatement.start(() -> {
          mutex.lock();
          markThere();
          mutex.unlock();
        })
        .join();
    assertThat(mutex.tryLock()).isTrue();
    assertThat(there.isBefore(order.point())).isTrue();
  }

  @Test
  void rwMutex_writer_isOrderedWithReadersBothWays() throws Exception {
    RWMutex lock = new RWMutex();
    lock.lock();
    final Thread reader = Parked.go(RW_MUTEX_READ, () -> {
      lock.rlock();
      markThere();
      lock.runlock();
    });
    final Point write = order.point();
    lock.unlock();
    reader.join();
    assertThat(write.isBefore(there)).isTrue();
    lock.lock();
    assertThat(there.isBefore(order.point())).isTrue();
  }

  @Test
  void rwMutex_readers_areNotOrdered() throws Exception {
    RWMutex lock = new RWMutex();
    GoStatement.start(() -> {
          lock.rlock();
          markThere();
          lock.runlock();
        })
        .join();
    lock.rlock();
    assertThat(there.isBefore(order.point())).isFalse();
  }

  @Test
  void rwMutex_waitingWriter_isAfterEveryReader() throws Exception {
    RWMutex lock = new RWMutex();
    lock.rlock();
    final Point read = order.point();
    Thread writer = Parked.go(RW_MUTEX_WRITE, () -> {
      lock.lock();
      markThere();
    });
    lock.runlock();
    writer.join();
    assertThat(read.isBefore(there)).isTrue();
  }

  @Test
  void waitGroup_everyDone_isBeforeTheReturnOfAwait() throws Exception {
    WaitGroup wg = new WaitGroup();
    wg.add(2);
    final Thread waiting = Parked.go(WAIT_GROUP, () -> {
      wg.await();
      markThere();
    });
    final Point[] dones = new Point[2];
    for (int i = 0; i < 2; i++) {
      int n = i;
      GoStatement.start(() -> {
            dones[n] = order.point();
            wg.done();
          })
          .join();
    }
    waiting.join();
    assertThat(dones[0].isBefore(there)).isTrue();
    assertThat(dones[1].isBefore(there)).isTrue();
    assertThat(dones[0].isBefore(dones[1])).as("dones among themselves").isFalse();
  }

  @Test
  void once_action_isBeforeEveryReturn() throws Exception {
    Once once = new Once();
    GoStatement.start(() -> once.run(this::markThere)).join();
    once.run(() -> {});
    assertThat(there.isBefore(order.point())).isTrue();
  }

  @Test
  void context_cancel_isBeforeDoneIsReceived() throws Exception {
    CancelContext context = Context.withCancel(Context.background());
    GoStatement.start(() -> {
          markThere();
          context.cancel();
        })
        .join();
    context.done().receive();
    assertThat(there.isBefore(order.point())).isTrue();
  }
}
