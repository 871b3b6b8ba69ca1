package dev.goguard.runtime.internal.sched;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The platform thread of a processor, Go's {@code M}: runs goroutines, looks for more, parks. */
final class Carrier extends Thread implements CarrierOf {
  private static final int STEALING_ROUNDS = 4;

  /** Naps without finding work before a carrier parks for good. */
  private static final int MAX_NAPS = 20;

  private static final long NAP = TimeUnit.MICROSECONDS.toNanos(50);

  private final GmpScheduler scheduler;
  private final Processor processor;

  /** Whether this carrier counts as one that looks for work; its own business and its waker's. */
  private boolean spinning;

  /** The goroutine that runs here, until its carrier has dealt with its parking or yielding. */
  private Runnable current;

  private int naps; // since work was found or this carrier was woken

  /** Set by who has taken this carrier out of the idle ones and given it the right to run. */
  private volatile boolean woken;

  Carrier(GmpScheduler scheduler, Processor processor, int number) {
    super(null, null, "goguard-carrier-" + number, 0, false);
    this.scheduler = scheduler;
    this.processor = processor;
    setDaemon(true);
    setContextClassLoader(ClassLoader.getSystemClassLoader());
  }

  @Override
  public GmpScheduler scheduler() {
    return scheduler;
  }

  Processor processor() {
    return processor;
  }

  /** Whether a goroutine made runnable on this thread is the one that has just run on it. */
  boolean hasJustRun(Runnable goroutine) {
    return goroutine == current;
  }

  @Override
  public void run() {
    parkUntilWoken();
    while (true) {
      Runnable goroutine = next();
      processor.countTick();
      run(goroutine);
    }
  }

  /** Runs a goroutine until it parks, yields or ends. */
  private void run(Runnable goroutine) {
    current = goroutine;
    try {
      goroutine.run();
    } catch (Throwable e) {
      // Not the goroutine's: what its body throws ends there. The carrier has to live on.
      report(e);
    } finally {
      current = null; // a goroutine that nobody can wake has to be collectable
    }
  }

  private void report(Throwable e) {
    try {
      getUncaughtExceptionHandler().uncaughtException(this, e);
    } catch (Throwable ignored) {
      // As the JVM does with what a handler throws.
    }
  }

  private Runnable next() {
    if (processor.status != Processor.Status.RUNNING) {
      endSearch();
      scheduler.rejoin(this);
    }
    Runnable goroutine = processor.poll();
    return goroutine != null ? found(goroutine) : find();
  }

  private Runnable find() {
    while (true) {
      Runnable goroutine = processor.pollGlobal(scheduler.gomaxprocs());
      goroutine = goroutine != null ? goroutine : search();
      if (goroutine != null) {
        return found(goroutine);
      }
      scheduler.idle(this, stopSpinning());
    }
  }

  private Runnable found(Runnable goroutine) {
    if (endSearch()) {
      naps = 0;
    }
    return goroutine;
  }

  private boolean endSearch() {
    boolean searched = stopSpinning();
    if (searched) {
      scheduler.stoppedSpinning();
    }
    return searched;
  }

  /** Looks for work elsewhere, unless enough others are at it. */
  private Runnable search() {
    if (!spinning) {
      spinning = scheduler.startSpinning();
    }
    for (int round = 1; spinning && round <= STEALING_ROUNDS; round++) {
      Runnable stolen = steal(scheduler.processors(), round == STEALING_ROUNDS);
      if (stolen != null) {
        return stolen;
      }
    }
    return null;
  }

  private Runnable steal(Processor[] victims, boolean nextToo) {
    int start = ThreadLocalRandom.current().nextInt(victims.length);
    for (int i = 0; i < victims.length; i++) {
      Processor victim = victims[(start + i) % victims.length];
      if (victim != processor) {
        Runnable stolen = processor.stealFrom(victim);
        if (stolen == null && nextToo) {
          stolen = processor.stealNextFrom(victim);
        }
        if (stolen != null) {
          return stolen;
        }
      }
    }
    return null;
  }

  private boolean stopSpinning() {
    boolean was = spinning;
    spinning = false;
    return was;
  }

  /**
   * Parks until {@link #wake} or until there is work; then it has a place and is a spinning one.
   *
   * <p>At first it only naps: while somebody naps, a goroutine or two in a queue wake nobody.
   */
  void parkUntilWoken() {
    if (nap() || resumeIfQueued()) {
      return;
    }
    while (!woken) {
      LockSupport.park(this);
    }
    woken = false;
    spinning = true;
    naps = 0;
  }

  private boolean nap() {
    scheduler.startNapping();
    boolean resumed = false;
    while (!woken && !resumed && naps < MAX_NAPS) {
      naps++;
      LockSupport.parkNanos(this, NAP);
      resumed = !woken && scheduler.worthGettingUp() && comeBack();
    }
    scheduler.stopNapping();
    return resumed;
  }

  private boolean resumeIfQueued() {
    return !woken && scheduler.anyQueued() && comeBack();
  }

  /** Takes back the announcement to be idle; false when somebody else is about to do so. */
  boolean comeBack() {
    spinning = scheduler.comeBack(this);
    return spinning;
  }

  void wake() {
    woken = true;
    LockSupport.unpark(this);
  }
}
