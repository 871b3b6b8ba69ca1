package dev.goguard.runtime.internal.sched;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goguard.runtime.internal.Guarded;
import java.lang.reflect.Field;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Who has to look again does so: without sysmon, which would find in the end what is lost. */
@Guarded
class LostWakeUpTest {
  private final AtomicBoolean proceed = new AtomicBoolean();
  private final AtomicInteger ran = new AtomicInteger();

  @Test
  void stoppedSpinning_queuedWhileSpinning_wakesTheNext() throws Exception {
    GmpScheduler scheduler = new GmpScheduler(2, false);
    Thread busy = scheduler.newThread(() -> {
      spinUntil(proceed);
      for (int i = 0; i < 2; i++) { // the second one pushes the first one into the queue
        scheduler.newThread(ran::incrementAndGet).start();
      }
      while (ran.get() == 0) {
        Thread.onSpinWait();
      }
    });
    busy.start();
    awaitParked(scheduler, 1);
    assertThat(scheduler.startSpinning()).isTrue();
    proceed.set(true);
    while (!scheduler.anyQueued()) {
      Thread.onSpinWait();
    }
    scheduler.stoppedSpinning();
    busy.join();
    assertThat(ran).hasPositiveValue();
  }

  @Test
  void parkUntilWoken_queuedAfterTheLastNap_goesOn() throws Exception {
    GmpScheduler scheduler = new GmpScheduler(1, false);
    awaitParked(scheduler, 1);
    Carrier carrier = new Carrier(scheduler, new Processor(scheduler.global()), 1);
    Field naps = Carrier.class.getDeclaredField("naps");
    naps.setAccessible(true);
    naps.setInt(carrier, Integer.MAX_VALUE);
    scheduler.places().giveUp(carrier);
    scheduler.global().add(ran::incrementAndGet);
    carrier.parkUntilWoken();
    assertThat(carrier.processor().status).isEqualTo(Processor.Status.RUNNING);
  }

  @Test
  void wakeFor_nextBehindAGoroutineThatDoesNotStop_isStolen() throws Exception {
    GmpScheduler scheduler = new GmpScheduler(2, false);
    Thread busy = busyWithNext(scheduler);
    while (busy.isAlive()) {
      for (Processor processor : scheduler.processors()) {
        scheduler.wakeFor(processor);
      }
      Thread.yield();
    }
    assertThat(ran).hasValue(1);
  }

  @Test
  void sysmon_nextBehindAGoroutineThatDoesNotStop_wakesTheParkedCarrier() throws Exception {
    Thread busy = busyWithNext(new GmpScheduler(2));
    busy.join();
    assertThat(ran).hasValue(1);
  }

  /** A goroutine that does not stop before the one has run that it has woken. */
  private Thread busyWithNext(GmpScheduler scheduler) {
    Thread next = scheduler.newThread(() -> {
      while (!proceed.get()) {
        LockSupport.park();
      }
      ran.incrementAndGet();
    });
    next.start();
    while (next.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    AtomicBoolean parked = new AtomicBoolean();
    Thread busy = scheduler.newThread(() -> {
      spinUntil(parked);
      proceed.set(true);
      LockSupport.unpark(next);
      while (ran.get() == 0) {
        Thread.onSpinWait();
      }
    });
    busy.start();
    awaitParked(scheduler, 1);
    parked.set(true);
    return busy;
  }

  private static void spinUntil(AtomicBoolean condition) {
    while (!condition.get()) {
      Thread.onSpinWait();
    }
  }

  /** Waits until so many carriers nap no longer, and none of the others is about to. */
  private static void awaitParked(GmpScheduler scheduler, int carriers) {
    while (parked(scheduler) != carriers
        || scheduler.places().running() != scheduler.processors().length - carriers) {
      Thread.yield();
    }
  }

  private static long parked(GmpScheduler scheduler) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread instanceof Carrier carrier && carrier.scheduler() == scheduler)
        .filter(thread -> thread.getState() == Thread.State.WAITING)
        .count();
  }
}
