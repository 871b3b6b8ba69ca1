package dev.goguard.runtime.internal.time;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goguard.runtime.internal.Guarded;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** The clock of the machine and the thread behind it. No upper bounds: it may be a slow machine. */
@Guarded
class RealClockTest {
  private static final long MILLISECOND = 1_000_000;
  private final Clock clock = Clocks.real();

  @Test
  void in_hugeOrNegative_saturates() {
    assertThat(clock.in(Long.MAX_VALUE)).isEqualTo(Clock.NEVER);
    assertThat(clock.in(Long.MIN_VALUE)).isBetween(0L, clock.nanos());
    assertThat(Clocks.current()).isSameAs(clock);
  }

  @Test
  void schedule_inTheFuture_goesOffOnceItHasCome() throws Exception {
    AtomicLong at = new AtomicLong();
    CountDownLatch over = new CountDownLatch(1);
    long when = clock.in(3 * MILLISECOND);
    Alarm alarm = clock.schedule(when, () -> {
      at.set(clock.nanos());
      over.countDown();
    });
    over.await();
    assertThat(at.get()).isGreaterThanOrEqualTo(when);
    assertThat(alarm.isOver()).isTrue();
    assertThat(alarm.cancel()).isFalse();
  }

  @Test
  void schedule_earlierThanThoseBefore_doesNotWaitForThem() throws Exception {
    final Alarm late = clock.schedule(clock.in(3600_000 * MILLISECOND), () -> {});
    CountDownLatch over = new CountDownLatch(3);
    for (int i = 3; i > 0; i--) {
      clock.schedule(clock.in(i * MILLISECOND), over::countDown);
    }
    over.await();
    assertThat(late.cancel()).isTrue();
    assertThat(late.cancel()).isFalse();
  }

  @Test
  void schedule_actionThrows_othersGoOn() throws Exception {
    Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    List<Throwable> uncaught = new CopyOnWriteArrayList<>();
    Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> uncaught.add(thrown));
    try {
      CountDownLatch over = new CountDownLatch(1);
      IllegalStateException thrown = new IllegalStateException("broken alarm");
      clock.schedule(clock.nanos(), () -> {
        throw thrown;
      });
      clock.schedule(clock.in(MILLISECOND), over::countDown);
      over.await();
      assertThat(uncaught).containsExactly(thrown);
    } finally {
      Thread.setDefaultUncaughtExceptionHandler(before);
    }
  }

  /** Every alarm either goes off or is cancelled, whatever the overlap, and never both. */
  @Test
  void cancel_whileGoingOff_exactlyOneHappens() throws Exception {
    int alarms = 20_000;
    AtomicInteger ran = new AtomicInteger();
    AtomicInteger cancelled = new AtomicInteger();
    Semaphore over = new Semaphore(0);
    Runnable work = () -> {
      for (int i = 0; i < alarms; i++) {
        Alarm alarm = clock.schedule(clock.in(i % 50 * 100L), () -> {
          ran.incrementAndGet();
          over.release();
        });
        if (i % 3 == 0 && alarm.cancel()) {
          cancelled.incrementAndGet();
          over.release();
        }
      }
    };
    Thread other = Thread.ofPlatform().start(work);
    work.run();
    other.join();
    over.acquire(2 * alarms);
    assertThat(ran.get() + cancelled.get()).isEqualTo(2 * alarms);
    assertThat(over.availablePermits()).isZero();
  }

  /** A million alarms, most of them timeouts that never come, among them some that do. */
  @Test
  void schedule_aMillion_goOffOrAreCancelled() throws Exception {
    ConcurrentLinkedQueue<Long> order = new ConcurrentLinkedQueue<>();
    List<Long> expected = new ArrayList<>();
    CountDownLatch over = new CountDownLatch(1000);
    long base = clock.in(500 * MILLISECOND);
    Alarm[] late = new Alarm[1_000_000];
    for (int i = 0; i < late.length; i++) {
      if (i % 1000 == 0) {
        long when = base + (i / 1000 * 7919L % 1000) * 1000;
        expected.add(when);
        clock.schedule(when, () -> {
          order.add(when);
          over.countDown();
        });
      }
      late[i] = clock.schedule(base + 3600_000 * MILLISECOND + i, () -> order.add(-1L));
      if (i % 2 == 0) {
        late[i].cancel();
      }
    }
    boolean inTime = clock.nanos() < base; // what is set late may be overtaken
    over.await();
    for (Alarm alarm : late) {
      alarm.cancel();
    }
    assertThat(List.copyOf(order)).containsExactlyInAnyOrderElementsOf(expected);
    if (inTime) {
      assertThat(List.copyOf(order)).isSorted();
    }
  }
}
