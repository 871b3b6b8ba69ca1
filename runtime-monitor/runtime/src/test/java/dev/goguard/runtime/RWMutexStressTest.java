package dev.goguard.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goguard.runtime.internal.Guarded;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** All ways to lock, with interrupts and timeouts between: nobody meets, nobody is forgotten. */
@Guarded
class RWMutexStressTest {
  private static final int GOROUTINES = 8;
  private static final int ROUNDS = 10_000;
  private static final int WRITER = 10_000;

  private final RWMutex lock = new RWMutex();
  private final AtomicInteger activity = new AtomicInteger();
  private final AtomicInteger violations = new AtomicInteger();
  private final AtomicInteger writes = new AtomicInteger();
  private int written; // guarded by lock

  @Test
  void allWaysToLock_interrupted_excludeAndTerminate(TestReporter reporter) throws Exception {
    Seed seed = new Seed(reporter);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < GOROUTINES; i++) {
      SplittableRandom random = seed.next();
      threads.add(GoStatement.start(() -> lockOften(random)));
    }
    SplittableRandom random = seed.next();
    while (threads.stream().anyMatch(Thread::isAlive)) {
      threads.get(random.nextInt(GOROUTINES)).interrupt();
      Thread.yield();
    }
    assertThat(violations).hasValue(0);
    assertThat(written).isEqualTo(writes.get());
    assertThat(lock.tryLock()).isTrue();
  }

  private void lockOften(SplittableRandom random) {
    for (int i = 0; i < ROUNDS; i++) {
      if (random.nextInt(4) == 0) {
        write(random);
      } else {
        read(random);
      }
    }
  }

  private void write(SplittableRandom random) {
    if (lock(random)) {
      check(activity.addAndGet(WRITER) == WRITER);
      written++;
      pause(random);
      activity.addAndGet(-WRITER);
      lock.unlock();
      writes.incrementAndGet();
    }
  }

  private void read(SplittableRandom random) {
    if (rlock(random)) {
      check(activity.incrementAndGet() < WRITER);
      pause(random);
      activity.decrementAndGet();
      lock.runlock();
    }
  }

  private void check(boolean right) {
    if (!right) {
      violations.incrementAndGet();
    }
  }

  private static void pause(SplittableRandom random) {
    if (random.nextInt(4) == 0) {
      Thread.yield();
    }
  }

  private boolean lock(SplittableRandom random) {
    try {
      switch (random.nextInt(4)) {
        case 0 -> lock.lock();
        case 1 -> lock.lockInterruptibly();
        case 2 -> {
          return lock.tryLock(Duration.ofNanos(random.nextInt(20_000)));
        }
        default -> {
          return lock.tryLock();
        }
      }
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }

  private boolean rlock(SplittableRandom random) {
    try {
      switch (random.nextInt(4)) {
        case 0 -> lock.rlock();
        case 1 -> lock.rlockInterruptibly();
        case 2 -> {
          return lock.tryRlock(Duration.ofNanos(random.nextInt(20_000)));
        }
        default -> {
          return lock.tryRlock();
        }
      }
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }
}
