package dev.goguard.runtime.internal.sched;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * A place at which goroutines run, Go's {@code P}: a run queue, the goroutine to run next, and the
 * right to run.
 *
 * <p>A goroutine made ready by the running one becomes {@code runnext} and follows it on the same
 * core, its data still in the cache; whatever was there before moves to the queue's tail.
 */
final class Processor {
  /** Every so many goroutines the global queue and the local queue's head go before runnext. */
  private static final int FAIRNESS = 61;

  private static final int MANY = 4;

  private static final VarHandle NEXT;
  private static final VarHandle TICK;

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      NEXT = lookup.findVarHandle(Processor.class, "runnext", Runnable.class);
      TICK = lookup.findVarHandle(Processor.class, "tick", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** Whether and why a processor may run goroutines. */
  enum Status {
    /** Its carrier is parked. */
    IDLE,
    /** Its carrier runs goroutines or looks for some. */
    RUNNING,
    /** Its right to run went to another one, while its goroutine goes on until it yields. */
    HANDED_OFF
  }

  private final GlobalQueue global;
  private final RunQueue queue = new RunQueue();
  private final Runnable[] grabbed = new Runnable[RunQueue.CAPACITY / 2 + 1]; // owner's scratch

  private Runnable runnext; // set by the owner, taken by anybody
  private int tick; // goroutines run; written by the owner, watched by sysmon

  private int seenTick; // by nappers, who may disturb one another

  /** Changed under the scheduler's guard. */
  volatile Status status = Status.IDLE;

  Processor(GlobalQueue global) {
    this.global = global;
  }

  int tick() {
    return (int) TICK.getOpaque(this);
  }

  /** Counts one more goroutine. Owner only. */
  void countTick() {
    // Opaque: sysmon only needs to see, some time, that it changes.
    TICK.setOpaque(this, tick + 1);
  }

  /** Whether there is something for thieves. */
  boolean hasQueued() {
    return !queue.isEmpty();
  }

  /** Whether there is enough for thieves to wake one at once. */
  boolean hasMany() {
    return queue.size() >= MANY;
  }

  boolean hasNext() {
    return NEXT.getAcquire(this) != null;
  }

  int queued() {
    return queue.size() + (hasNext() ? 1 : 0);
  }

  /** Whether one goroutine waits in runnext and the same one runs as when this was last asked. */
  boolean seemsStuck() {
    int now = tick();
    boolean same = now == seenTick;
    seenTick = now;
    return same && hasNext();
  }

  RunQueue queue() {
    return queue;
  }

  /** Makes a goroutine the next to run; true when another one had to go to the queue for it. */
  boolean ready(Runnable goroutine) {
    Runnable kicked = takeNext();
    // Release, no CAS: it is null now, and only the owner changes it from null. Publishes the
    // goroutine to thieves.
    NEXT.setRelease(this, goroutine);
    if (kicked == null) {
      return false;
    }
    enqueue(kicked);
    return true;
  }

  /** Queues the goroutine that has just yielded; true when thieves might take some. */
  boolean yielded(Runnable goroutine) {
    boolean others = hasQueued() || hasNext();
    enqueue(goroutine);
    return others;
  }

  /** Queues a goroutine at the tail; a full queue gives half of itself to the global one. */
  void enqueue(Runnable goroutine) {
    if (!queue.push(goroutine)) {
      overflow(goroutine);
    }
  }

  private void overflow(Runnable goroutine) {
    int n = queue.grabHalf(grabbed);
    grabbed[n] = goroutine;
    global.addAll(grabbed, n + 1);
  }

  /** Takes the goroutine that is to run now, or returns null when none is queued here. */
  Runnable poll() {
    if (tick % FAIRNESS == 0) {
      Runnable waiting = global.poll();
      waiting = waiting != null ? waiting : queue.poll();
      if (waiting != null) {
        return waiting;
      }
    }
    Runnable next = takeNext();
    return next != null ? next : queue.poll();
  }

  private Runnable takeNext() {
    // Opaque suffices to look; the CAS is what takes, with the acquire that running it needs.
    Runnable next = (Runnable) NEXT.getOpaque(this);
    return next != null && NEXT.compareAndSet(this, next, null) ? next : null;
  }

  /** Takes a share of what is queued at its share of the global queue. */
  Runnable pollGlobal(int sharers) {
    return global.pollShare(queue, sharers);
  }

  /** Takes half of what another processor has queued and returns one of them, or null. */
  Runnable stealFrom(Processor victim) {
    int n = victim.queue.grabHalf(grabbed);
    if (n == 0) {
      return null;
    }
    Runnable first = grabbed[0];
    for (int i = 1; i < n; i++) {
      queue.push(grabbed[i]); // has room: only an empty processor steals
      grabbed[i] = null;
    }
    grabbed[0] = null;
    return first;
  }

  /**
   * Takes another processor's next goroutine. If that one is running, it is given some microseconds
   * to do so itself: the two goroutines probably talk to each other and should stay together.
   */
  Runnable stealNextFrom(Processor victim) {
    if (!victim.hasNext()) {
      return null;
    }
    if (victim.status == Status.RUNNING) {
      int before = victim.tick();
      for (int i = 0; i < 300; i++) {
        Thread.onSpinWait();
      }
      if (victim.tick() != before) {
        return null;
      }
    }
    return victim.takeNext();
  }

  /** Gives everything that is queued here to the global queue; anybody may call this. */
  boolean flush(Runnable[] scratch) {
    boolean any = false;
    for (int n = queue.grabHalf(scratch); n > 0; n = queue.grabHalf(scratch)) {
      global.addAll(scratch, n);
      any = true;
    }
    Runnable next = takeNext();
    if (next != null) {
      global.add(next);
    }
    return any || next != null;
  }
}
