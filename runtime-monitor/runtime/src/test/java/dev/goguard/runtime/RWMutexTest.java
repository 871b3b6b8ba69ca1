package dev.goguard.runtime;

import static dev.goguard.runtime.internal.WaitReason.RW_MUTEX_READ;
import static dev.goguard.runtime.internal.WaitReason.RW_MUTEX_WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
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
}
