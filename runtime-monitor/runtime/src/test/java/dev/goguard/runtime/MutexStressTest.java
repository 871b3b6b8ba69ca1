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

/** All ways to lock, with interrupts between: mutual exclusion holds and nobody is forgotten. */
@Guarded
class MutexStressTest {
  private static final int GOROUTINES = 6;
  private static final int ROUNDS = 30_000;

  private final Mutex mutex = new Mutex();
  private final AtomicInteger successes = new AtomicInteger();
  private int counter; // guarded by mutex

  @Test
  void lockTryLockLockInterruptibly_interrupted_excludeAndTerminate(TestReporter reporter)
      throws Exception {
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
    assertThat(counter).isEqualTo(successes.get());
    assertThat(mutex.tryLock()).isTrue();
  }

  private void lockOften(SplittableRandom random) {
    for (int i = 0; i < ROUNDS; i++) {
      if (lock(random.nextInt(4))) {
        counter++;
        if (random.nextInt(8) == 0) {
          Thread.yield();
        }
        mutex.unlock();
        successes.incrementAndGet();
      }
    }
  }

  private boolean lock(int way) {
    try {
      switch (way) {
        case 0 -> mutex.lock();
        case 1 -> mutex.lockInterruptibly();
        case 2 -> {
          return mutex.tryLock(Duration.ofNanos(1_000));
        }
        default -> {
          return mutex.tryLock();
        }
      }
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }
}
