package dev.goguard.runtime.internal.sched;

import dev.goguard.runtime.internal.sched.Processor.Status;
import java.lang.invoke.VarHandle;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A scheduler after Go's: goroutines (G) run on carrier threads (M) that hold processors (P).
 *
 * <h2>Why no wake-up is lost</h2>
 *
 * <p>Waking a thread costs microseconds, so as few as possible are woken. Whoever makes a goroutine
 * visible to thieves wakes an idle carrier only if there is one and nobody is looking for work
 * already ("spinning"). Both sides write first and look afterwards, with a full fence between:
 *
 * <pre>
 *   waker:    queue the goroutine;             fence;  idle place and nobody spinning? wake one
 *   carrier:  become idle, stop spinning;      fence;  anything queued? take the place back
 * </pre>
 *
 * <p>One of them sees the other. A carrier that stops spinning because it has found something also
 * looks again, and wakes the next one when there is more.
 *
 * <p>A carrier that has become idle naps a few times before it parks for good. Nappers count as
 * looking while only a goroutine or two are queued: two goroutines that talk to a third would
 * otherwise wake a thread per message, and gain nothing from it. Work thus waits a nap at most, and
 * many goroutines, or one from outside, wake a carrier at once.
 *
 * <p>A goroutine in {@code runnext} is nobody's business but its processor's: the carrier runs it
 * next and cannot park before. So handing an element to a receiver on the same processor wakes no
 * thread at all. Only when the running goroutine does not stop is it left waiting; {@link Sysmon}
 * sees that.
 *
 * <h2>Handing off</h2>
 *
 * <p>Go interrupts a goroutine that has run for 10 ms. Java cannot, so sysmon takes the right to
 * run from its processor and gives it to another one, with another carrier. The old carrier goes on
 * as a plain thread until its goroutine yields, and then waits until a place is free
 * ({@link #rejoin}). Unlike in Go its queue stays with it, since the goroutine may be filling it at
 * this moment; what is in it is taken by thieves, and sysmon moves the rest to the global queue.
 */
final class GmpScheduler implements Scheduler, Executor {
  private final GlobalQueue global = new GlobalQueue();
  private final Places places = new Places(this);
  private final AtomicInteger spinning = new AtomicInteger();
  private final AtomicInteger napping = new AtomicInteger();
  private final ThreadFactory threads = VirtualThreads.on(this);
  private final Sysmon sysmon = new Sysmon(this);

  GmpScheduler(int procs) {
    this(procs, true);
  }

  /** Without sysmon nothing but the wake-ups sees to it that goroutines run: for tests. */
  GmpScheduler(int procs, boolean watched) {
    Schedulers.carriersExist();
    places.setLimit(procs); // starts carriers, which see what is initialized above
    if (watched) {
      sysmon.start();
    }
  }

  @Override
  public Thread newThread(Runnable body) {
    // What is started is meant to run beside its parent, and would wait for it in runnext.
    wakeIfIdle(false);
    return threads.newThread(body);
  }

  /** Makes a continuation runnable; called by its virtual thread, its waker, or its carrier. */
  @Override
  public void execute(Runnable goroutine) {
    if (VirtualThreads.currentCarrierThread() instanceof Carrier carrier
        && carrier.scheduler() == this
        && carrier.processor().status == Status.RUNNING) {
      executeOn(carrier, goroutine);
    } else {
      global.add(goroutine);
      wakeIfIdle(true);
    }
  }

  private void executeOn(Carrier carrier, Runnable goroutine) {
    Processor processor = carrier.processor();
    // Told by the goroutine: on JDK 21 the current thread is the carrier for wakers, too.
    boolean queued =
        carrier.hasJustRun(goroutine) ? processor.yielded(goroutine) : processor.ready(goroutine);
    if (queued) {
      wakeIfIdle(processor.hasMany());
    }
  }

  /** Wakes a carrier to look for work, if a place is free and nobody is looking. */
  void wakeIfIdle(boolean atOnce) {
    // Between queueing and looking; see "Why no wake-up is lost".
    VarHandle.fullFence();
    if (places.anyFree() && spinning.get() == 0 && (atOnce || napping.get() == 0)) {
      wakeOne();
    }
  }

  private void wakeOne() {
    while (spinning.compareAndSet(0, 1)) {
      Carrier idle = places.take();
      if (idle != null) {
        idle.wake();
        sysmon.wakeIfAsleep();
        return;
      }
      spinning.decrementAndGet();
      // Meanwhile others relied on this one to look. Without an idle carrier sysmon has to.
      if (!places.anyToTake() || !anyQueued()) {
        return;
      }
    }
  }

  /** Lets a carrier look for work unless half of those that run are looking already. */
  boolean startSpinning() {
    if (2 * spinning.get() >= places.running()) {
      return false;
    }
    spinning.incrementAndGet();
    return true;
  }

  /** A carrier has stopped looking: somebody else has to look for what else there is. */
  void stoppedSpinning() {
    if (spinning.decrementAndGet() == 0 && anyQueued()) {
      wakeIfIdle(true);
    }
  }

  /** A carrier has found nothing; returns when it is to look again, as a spinning one. */
  void idle(Carrier carrier, boolean wasSpinning) {
    places.giveUp(carrier);
    if (wasSpinning) {
      spinning.decrementAndGet();
    }
    // Between becoming idle and looking; see "Why no wake-up is lost".
    VarHandle.fullFence();
    if (!anyQueued() || !carrier.comeBack()) {
      carrier.parkUntilWoken();
    }
  }

  void startNapping() {
    napping.incrementAndGet();
  }

  /** The caller has to look for queued goroutines before it parks. */
  void stopNapping() {
    napping.decrementAndGet();
  }

  /** Gives an idle carrier a place again, to look for work; false when it is being woken. */
  boolean comeBack(Carrier carrier) {
    if (!places.takeBack(carrier)) {
      return false;
    }
    spinning.incrementAndGet();
    sysmon.wakeIfAsleep();
    return true;
  }

  /** Returns once the carrier, whose place was handed off, has a place again. */
  void rejoin(Carrier carrier) {
    if (places.rejoin(carrier)) {
      return;
    }
    carrier.processor().flush(new Runnable[RunQueue.CAPACITY]);
    places.giveUp(carrier);
    wakeIfIdle(true);
    carrier.parkUntilWoken();
  }

  /** Gives a processor's place to another one, because its goroutine does not stop. */
  void handOff(Processor processor) {
    if (places.handOff(processor)) {
      wakeIfIdle(true);
    }
  }

  /** Sees to it that what is queued is run if a place is free; the caller is sysmon. */
  void useFreePlaces() {
    if (places.anyFree() && anyQueued()) {
      places.addCarrierIfNoneIsIdle();
      wakeIfIdle(true);
    }
  }

  /** Moves what a handed-off processor has queued to where others find it. */
  void flush(Processor processor, Runnable[] scratch) {
    if (processor.flush(scratch)) {
      wakeIfIdle(true);
    }
  }

  /** Wakes a carrier for what waits in runnext behind a processor's goroutine. */
  void wakeFor(Processor processor) {
    if (processor.hasNext()) {
      wakeIfIdle(true);
    }
  }

  /** Whether any goroutine waits to run, even those that thieves leave alone. */
  boolean anyWaiting() {
    if (anyQueued()) {
      return true;
    }
    for (Processor processor : processors()) {
      if (processor.hasNext()) {
        return true;
      }
    }
    return false;
  }

  /** Whether a napping carrier should get up. */
  boolean worthGettingUp() {
    boolean worth = anyQueued();
    for (Processor processor : processors()) {
      worth |= processor.seemsStuck();
    }
    return worth;
  }

  boolean anyQueued() {
    if (!global.isEmpty()) {
      return true;
    }
    for (Processor processor : processors()) {
      if (processor.hasQueued()) {
        return true;
      }
    }
    return false;
  }

  GlobalQueue global() {
    return global;
  }

  Places places() {
    return places;
  }

  Processor[] processors() {
    return places.processors();
  }

  @Override
  public int gomaxprocs() {
    return places.limit();
  }

  @Override
  public void setGomaxprocs(int procs) {
    places.setLimit(procs);
    wakeIfIdle(true);
  }

  @Override
  public SchedState state() {
    return places.state(spinning.get(), global.size());
  }
}
