package dev.goguard.runtime.internal.sched;

import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Watches from a thread of its own for goroutines that do not stop, Go's {@code sysmon}.
 *
 * <p>A processor whose tick has not changed for 10 ms while others wait is handed off. A goroutine
 * that waits in {@code runnext} behind one that does not stop gets an idle carrier within about a
 * millisecond. Sysmon sleeps while nothing runs.
 */
final class Sysmon extends Thread {
  private static final long TIME_SLICE = TimeUnit.MILLISECONDS.toNanos(10);
  private static final long PERIOD = TimeUnit.MILLISECONDS.toNanos(5);
  private static final long PERIOD_WITH_IDLE = TimeUnit.MILLISECONDS.toNanos(1);

  private final GmpScheduler scheduler;
  private final Runnable[] scratch = new Runnable[RunQueue.CAPACITY];

  // what was last seen of each processor
  private int[] ticks = new int[0];
  private long[] since = new long[0];

  private volatile boolean asleep;

  Sysmon(GmpScheduler scheduler) {
    super(null, null, "goguard-sysmon", 0, false);
    this.scheduler = scheduler;
    setDaemon(true);
    setContextClassLoader(ClassLoader.getSystemClassLoader());
  }

  @Override
  public void run() {
    while (true) {
      sleepWhileNothingRuns();
      LockSupport.parkNanos(this, scheduler.places().anyFree() ? PERIOD_WITH_IDLE : PERIOD);
      watchOrTryAgain();
    }
  }

  private void watchOrTryAgain() {
    try {
      watch(scheduler.processors(), System.nanoTime());
    } catch (OutOfMemoryError ignored) {
      // No carrier to be had for a hand-off; perhaps the next time.
    }
  }

  private void sleepWhileNothingRuns() {
    asleep = true;
    // Between announcing sleep and looking; a waker makes a place run first and looks afterwards.
    VarHandle.fullFence();
    while (asleep && scheduler.places().nothingRuns()) {
      LockSupport.park(this);
    }
    asleep = false;
  }

  /** Called by whoever has made a place run. */
  void wakeIfAsleep() {
    VarHandle.fullFence();
    if (asleep) {
      asleep = false;
      LockSupport.unpark(this);
    }
  }

  private void watch(Processor[] processors, long now) {
    if (ticks.length < processors.length) {
      int known = ticks.length;
      ticks = Arrays.copyOf(ticks, processors.length);
      since = Arrays.copyOf(since, processors.length);
      Arrays.fill(since, known, since.length, now);
    }
    for (int i = 0; i < processors.length; i++) {
      Processor processor = processors[i];
      switch (processor.status) {
        case HANDED_OFF -> scheduler.flush(processor, scratch);
        case RUNNING -> watch(i, processor, now);
        case IDLE -> since[i] = now;
      }
    }
    scheduler.useFreePlaces();
  }

  private void watch(int i, Processor processor, long now) {
    if (ticks[i] != processor.tick()) {
      ticks[i] = processor.tick();
      since[i] = now;
    } else if (scheduler.places().anyFree()) {
      scheduler.wakeFor(processor);
    } else if (now - since[i] >= TIME_SLICE && scheduler.anyWaiting()) {
      scheduler.handOff(processor);
    }
  }
}
