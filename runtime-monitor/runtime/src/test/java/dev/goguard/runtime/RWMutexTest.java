package dev.goguard.runtime;

import static dev.goguard.runtime.internal.WaitReason.RW_MUTEX_READ;
import static dev.goguard.runtime.internal.WaitReason.RW_MUTEX_WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goguard.runtime.internal.Guarded;
import dev.goguard.runtime.internal.RawRWMutex;
import dev.goguard.runtime.internal.SpinLock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

@Guarded
class RWMutexTest {
  private static final int WRITER = 10_000;

  private final RWMutex lock = new RWMutex();

  @Test
  void rlock_readers_holdItTogether() {
    lock.rlock();
    lock.rlock();
    assertThat(lock.tryRlock()).isTrue();
    assertThat(lock.tryLock()).isFalse();
    lock.runlock();
    lock.runlock();
    lock.runlock();
    assertThat(lock.tryLock()).isTrue();
  }

  @Test
  void lock_writer_excludesEverybody() {
    lock.lock();
    assertThat(lock.tryRlock()).isFalse();
    assertThat(lock.tryLock()).isFalse();
    lock.unlock();
    assertThat(lock.tryRlock()).isTrue();
  }

  @Test
  void rlock_writerWaiting_queuesBehindIt() throws Exception {
    Chan<String> log = Chan.make(2);
    lock.rlock();
    final Thread writer = Parked.go(RW_MUTEX_WRITE, () -> hold(log, "writer"));
    assertThat(lock.tryRlock()).isFalse();
    final Thread reader = Parked.go(RW_MUTEX_READ, () -> holdForReading(log, "reader"));
    lock.runlock();
    writer.join();
    reader.join();
    assertThat(log.receive()).isEqualTo("writer");
    assertThat(log.receive()).isEqualTo("reader");
  }

  @Test
  void unlock_readersAndWriterWaiting_admitsReadersFirst() throws Exception {
    Chan<String> log = Chan.make(3);
    lock.lock();
    final Thread writer = Parked.go(RW_MUTEX_WRITE, () -> hold(log, "writer"));
    final Thread one = Parked.go(RW_MUTEX_READ, () -> holdForReading(log, "reader"));
    final Thread two = Parked.go(RW_MUTEX_READ, () -> holdForReading(log, "reader"));
    lock.unlock();
    writer.join();
    one.join();
    two.join();
    assertThat(log.receive()).isEqualTo("reader");
    assertThat(log.receive()).isEqualTo("reader");
    assertThat(log.receive()).isEqualTo("writer");
  }

  private void hold(Chan<String> log, String name) {
    lock.lock();
    log.send(name);
    lock.unlock();
  }

  private void holdForReading(Chan<String> log, String name) {
    lock.rlock();
    log.send(name);
    lock.runlock();
  }

  @Test
  void lock_interrupted_waitsOn() throws Exception {
    lock.lock();
    AtomicBoolean flag = new AtomicBoolean();
    Thread reader = Parked.go(RW_MUTEX_READ, () -> {
      lock.rlock();
      flag.set(Thread.currentThread().isInterrupted());
    });
    reader.interrupt();
    lock.unlock();
    reader.join();
    assertThat(flag).isTrue();
    assertThat(lock.tryLock()).isFalse();
  }

  @Test
  void unlock_notLocked_isFatal() {
    lock.rlock();
    assertThatThrownBy(lock::unlock)
        .isInstanceOf(GoFatalError.class)
        .hasMessage("sync: Unlock of unlocked RWMutex");
  }

  @Test
  void runlock_notReadLocked_isFatal() {
    lock.lock();
    assertThatThrownBy(lock::runlock)
        .isInstanceOf(GoFatalError.class)
        .hasMessage("sync: RUnlock of unlocked RWMutex");
  }

  @Test
  void hammer_readersAndWriters_neverMeet() {
    AtomicInteger activity = new AtomicInteger();
    AtomicInteger violations = new AtomicInteger();
    WaitGroup wg = new WaitGroup();
    for (int i = 0; i < 10; i++) {
      boolean writer = i % 3 == 0;
      wg.go(() -> {
        for (int k = 0; k < 500; k++) {
          if (writer) {
            write(activity, violations);
          } else {
            read(activity, violations);
          }
        }
      });
    }
    wg.await();
    assertThat(violations).hasValue(0);
    assertThat(lock.tryLock()).isTrue();
  }

  private void write(AtomicInteger activity, AtomicInteger violations) {
    lock.lock();
    if (activity.addAndGet(WRITER) != WRITER) {
      violations.incrementAndGet();
    }
    Thread.yield();
    activity.addAndGet(-WRITER);
    lock.unlock();
  }

  private void read(AtomicInteger activity, AtomicInteger violations) {
    lock.rlock();
    if (activity.incrementAndGet() >= WRITER) {
      violations.incrementAndGet();
    }
    Thread.yield();
    activity.decrementAndGet();
    lock.runlock();
  }

  @Test
  void rlock_manyReadersAtOnce_allGetIn() {
    for (int readers : new int[] {1, 3, 10}) {
      Chan<Integer> locked = Chan.make();
      Chan<Integer> goOn = Chan.make();
      WaitGroup wg = new WaitGroup();
      for (int i = 0; i < readers; i++) {
        wg.go(() -> {
          lock.rlock();
          locked.send(1);
          goOn.receive();
          lock.runlock();
        });
      }
      for (int i = 0; i < readers; i++) {
        locked.receive();
      }
      goOn.close();
      wg.await();
      assertThat(lock.tryLock()).isTrue();
      lock.unlock();
    }
  }

  @Test
  void rlocker_lockedTwice_keepsTheWriterOutUntilUnlockedTwice() throws Exception {
    Locker reader = lock.rlocker();
    for (int i = 0; i < 10; i++) {
      reader.lock();
      reader.lock();
      Thread writer = Parked.go(RW_MUTEX_WRITE, lock::lock);
      reader.unlock();
      assertThat(Parked.reasonOf(writer)).isEqualTo(RW_MUTEX_WRITE);
      reader.unlock();
      writer.join();
      assertThat(lock.tryRlock()).as("the writer is inside").isFalse();
      lock.unlock();
    }
  }

  @Test
  @SuppressWarnings("try") // the locks are held, not used
  void locked_tryStatements_unlockAtTheirEnds() {
    try (var held = lock.locked()) {
      assertThat(lock.tryRlock()).isFalse();
    }
    try (var held = lock.rlocked()) {
      assertThat(lock.tryLock()).isFalse();
      assertThat(lock.tryRlock()).isTrue();
    }
    lock.runlock();
    assertThat(lock.tryLock()).isTrue();
  }

  @Test
  void unlock_misused_isFatal() {
    assertFatal("sync: Unlock of unlocked RWMutex", lock::unlock);
    assertFatal("sync: RUnlock of unlocked RWMutex", lock::runlock);
    lock.lock();
    lock.unlock();
    assertFatal("sync: Unlock of unlocked RWMutex", lock::unlock);
    lock.rlock();
    lock.runlock();
    assertFatal("sync: RUnlock of unlocked RWMutex", lock::runlock);
    assertThat(lock.tryLock()).as("nothing is broken").isTrue();
  }

  private static void assertFatal(String text, ThrowingCallable misuse) {
    assertThatThrownBy(misuse).isInstanceOf(GoFatalError.class).hasMessage(text);
  }

  @Test
  void unlock_writerOnlyWaits_isFatal() throws Exception {
    lock.rlock();
    Thread writer = Parked.go(RW_MUTEX_WRITE, lock::lock);
    assertFatal("sync: Unlock of unlocked RWMutex", lock::unlock);
    lock.runlock();
    writer.join();
  }

  @Test
  void tryLock_timeRunsOut_letsTheReadersInThatItKeptOut() throws Exception {
    lock.rlock();
    AtomicReference<Boolean> locked = new AtomicReference<>();
    Thread writer =
        Parked.go(RW_MUTEX_WRITE, () -> locked.set(lock.tryLock(Duration.ofMillis(300))));
    Thread reader = Parked.go(RW_MUTEX_READ, lock::rlock);
    writer.join();
    reader.join();
    assertThat(locked).hasValue(false);
    assertThat(lock.tryRlock()).isTrue();
    lock.runlock();
    lock.runlock();
    lock.runlock();
    assertThat(lock.tryLock()).isTrue();
  }

  @Test
  void lockInterruptibly_interrupted_letsTheReadersInThatItKeptOut() throws Exception {
    lock.rlock();
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    final Thread writer =
        Parked.go(RW_MUTEX_WRITE, () -> catching(thrown, lock::lockInterruptibly));
    final Thread reader = Parked.go(RW_MUTEX_READ, lock::rlock);
    writer.interrupt();
    writer.join();
    reader.join();
    assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
    lock.runlock();
    lock.runlock();
    assertThat(lock.tryLock()).isTrue();
  }

  @Test
  void rlockInterruptibly_interrupted_leavesNothingBehind() throws Exception {
    lock.lock();
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    Thread reader = Parked.go(RW_MUTEX_READ, () -> catching(thrown, lock::rlockInterruptibly));
    reader.interrupt();
    reader.join();
    assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
    assertThat(lock.tryRlock(Duration.ofMillis(1))).isFalse();
    lock.unlock();
    assertThat(lock.tryLock()).isTrue();
  }

  private static void catching(AtomicReference<Throwable> thrown, GoBody body) throws Exception {
    try {
      body.run();
    } catch (InterruptedException e) {
      thrown.set(e);
    }
  }

  /** The last reader inside leaves while another, counted already, has not yet queued. */
  @Test
  void rlock_queuesAfterTheLastReaderHasLeft_wakesTheWriter() throws Exception {
    RawRWMutex raw = Private.get(lock, "raw", RawRWMutex.class);
    SpinLock guard = Private.get(raw, "guard", SpinLock.class);
    lock.rlock();
    final Thread writer = Parked.go(RW_MUTEX_WRITE, () -> {
      lock.lock();
      lock.unlock();
    });
    guard.lock();
    final Thread reader = GoStatement.start(() -> {
      lock.rlock();
      lock.runlock();
    });
    Private.awaitInside(reader, "lockSlowPath");
    lock.runlock();
    guard.unlock();
    writer.join();
    reader.join();
    assertThat(lock.tryLock()).isTrue();
  }

  @Test
  void timedLocks_timeLongPast_doNotWait() {
    lock.lock();
    assertThat(lock.tryLock(Duration.ofSeconds(Long.MIN_VALUE))).isFalse();
    assertThat(lock.tryRlock(Duration.ofSeconds(Long.MIN_VALUE))).isFalse();
  }
}
