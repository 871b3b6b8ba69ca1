package dev.goguard.runtime;

import static dev.goguard.runtime.internal.WaitReason.CHAN_RECEIVE;
import static dev.goguard.runtime.internal.WaitReason.COND;
import static dev.goguard.runtime.internal.WaitReason.MUTEX;
import static dev.goguard.runtime.internal.WaitReason.SELECT;
import static dev.goguard.runtime.internal.WaitReason.WAIT_GROUP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.goguard.runtime.internal.Guarded;
import dev.goguard.runtime.internal.HappensBefore;
import dev.goguard.runtime.internal.HappensBefore.Point;
import dev.goguard.runtime.internal.SyncEvents;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The edges of conditions, pools, semaphores, values made once, and of waits that give up. */
@Guarded
class SyncEdgesTest {
  /** A locker that creates no edge, so that only those of the primitive under test are left. */
  private static final Locker SILENT = new Locker() {
    @Override
    public void lock() {}

    @Override
    public void unlock() {}
  };

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
  void cond_signal_isBeforeTheReturnOfTheWaitItEnds() throws Exception {
    Cond cond = new Cond(SILENT);
    final Thread waiter = Parked.go(COND, () -> {
      cond.await();
      markThere();
    });
    Point signal = order.point();
    cond.signal();
    waiter.join();
    assertThat(signal.isBefore(there)).isTrue();
  }

  @Test
  void cond_broadcast_isBeforeTheReturnOfTheWaitItEnds() throws Exception {
    Cond cond = new Cond(SILENT);
    final Thread waiter = Parked.go(COND, () -> {
      cond.await();
      markThere();
    });
    Point broadcast = order.point();
    cond.broadcast();
    waiter.join();
    assertThat(broadcast.isBefore(there)).isTrue();
  }

  @Test
  void cond_signalForAnother_isBeforeNothingElse() throws Exception {
    Cond cond = new Cond(SILENT);
    final Thread first = Parked.go(COND, cond::await);
    final Thread second = Parked.go(COND, () -> {
      cond.await();
      markThere();
    });
    Point[] signal = new Point[1];
    GoStatement.start(() -> {
          signal[0] = order.point();
          cond.signal();
        })
        .join();
    first.join();
    cond.signal();
    second.join();
    assertThat(signal[0].isBefore(there)).isFalse();
  }

  @Test
  void cond_timeout_isAfterNothing() throws Exception {
    Cond cond = new Cond(SILENT);
    GoStatement.start(() -> {
          markThere();
          cond.signal();
        })
        .join();
    assertThat(cond.awaitFor(Duration.ZERO)).isFalse();
    assertThat(there.isBefore(order.point())).isFalse();
  }

  @Test
  void pool_put_isBeforeTheGetOfThatObjectOnly() throws Exception {
    Pool<Object> pool = new Pool<>();
    GoStatement.start(() -> {
          markThere();
          pool.put(new Object());
        })
        .join();
    Pool<Object> other = new Pool<>(Object::new);
    other.get();
    assertThat(there.isBefore(order.point())).isFalse();
    assertThat(pool.get()).isNotNull();
    assertThat(there.isBefore(order.point())).isTrue();
  }

  @Test
  void semaphore_release_isBeforeALaterAcquire() throws Exception {
    Semaphore semaphore = new Semaphore(2);
    semaphore.acquire(2);
    GoStatement.start(() -> {
          markThere();
          semaphore.release(1);
        })
        .join();
    assertThat(semaphore.tryAcquire(2)).isFalse();
    assertThat(there.isBefore(order.point())).as("a failed tryAcquire").isFalse();
    assertThat(semaphore.tryAcquire(1)).isTrue();
    assertThat(there.isBefore(order.point())).isTrue();
  }

  @Test
  void semaphore_release_isBeforeTheAcquireThatWaitedForIt() throws Exception {
    Semaphore semaphore = new Semaphore(1);
    semaphore.acquire(1);
    Thread waiter = Parked.go(SELECT, () -> {
      semaphore.acquire(1);
      markThere();
    });
    Point release = order.point();
    semaphore.release(1);
    waiter.join();
    assertThat(release.isBefore(there)).isTrue();
  }

  @Test
  void semaphore_acquires_areNotOrderedAmongThemselves() throws Exception {
    Semaphore semaphore = new Semaphore(2);
    GoStatement.start(() -> {
          markThere();
          semaphore.acquire(1);
        })
        .join();
    semaphore.acquire(1);
    assertThat(there.isBefore(order.point())).isFalse();
  }

  @Test
  void onceValue_supplier_isBeforeEveryGet() throws Exception {
    OnceValue<Integer> value = OnceValue.of(() -> {
      markThere();
      return 1;
    });
    GoStatement.start(value::get).join();
    value.get();
    assertThat(there.isBefore(order.point())).isTrue();
  }

  @Test
  void singleFlight_call_isBeforeTheReturnOfItsDuplicates() throws Exception {
    SingleFlight<String, Point> group = new SingleFlight<>();
    Chan<Integer> goOn = Chan.make();
    final Thread first = Parked.go(
        CHAN_RECEIVE,
        () -> group.call("", () -> {
          goOn.receive();
          return order.point();
        }));
    Point[] ends = new Point[2];
    final Thread second = Parked.go(WAIT_GROUP, () -> {
      ends[0] = group.call("", order::point).get();
      ends[1] = order.point();
    });
    goOn.close();
    first.join();
    second.join();
    assertThat(ends[0].isBefore(ends[1])).isTrue();
  }

  @Test
  void mutex_timedLock_isAfterTheUnlockAndATimeoutIsNot() throws Exception {
    Mutex mutex = new Mutex();
    GoStatement.start(() -> {
          mutex.lock();
          markThere();
          mutex.unlock();
          mutex.lock();
        })
        .join();
    assertThat(mutex.tryLock(Duration.ofMillis(1))).isFalse();
    assertThat(there.isBefore(order.point())).as("a timeout").isFalse();
    final Thread waiting = Parked.go(MUTEX, () -> {
      if (mutex.tryLock(Duration.ofHours(1))) {
        markThere();
      }
    });
    Point unlock = order.point();
    mutex.unlock();
    waiting.join();
    assertThat(unlock.isBefore(there)).isTrue();
  }

  @Test
  void rlocker_unlock_isBeforeTheNextLock() throws Exception {
    RWMutex lock = new RWMutex();
    GoStatement.start(() -> {
          lock.rlocker().lock();
          markThere();
          lock.rlocker().unlock();
        })
        .join();
    lock.rlock();
    assertThat(lock.tryLock()).isFalse();
    assertThat(there.isBefore(order.point())).as("readers, a failed tryLock").isFalse();
    lock.runlock();
    assertThat(lock.tryLock(Duration.ZERO)).isTrue();
    assertThat(there.isBefore(order.point())).isTrue();
  }

  @Test
  void waitGroup_timeout_isAfterNothing() throws Exception {
    WaitGroup wg = new WaitGroup();
    wg.add(2);
    GoStatement.start(() -> {
          markThere();
          wg.done();
        })
        .join();
    assertThat(wg.awaitFor(Duration.ofMillis(1))).isFalse();
    assertThat(there.isBefore(order.point())).isFalse();
    wg.done();
    assertThat(wg.awaitFor(Duration.ZERO)).isTrue();
    assertThat(there.isBefore(order.point())).isTrue();
  }
}
