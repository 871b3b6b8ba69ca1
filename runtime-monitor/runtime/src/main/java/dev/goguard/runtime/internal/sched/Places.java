package dev.goguard.runtime.internal.sched;

import dev.goguard.runtime.internal.SpinLock;
import dev.goguard.runtime.internal.sched.Processor.Status;
import java.util.ArrayDeque;
import java.util.Arrays;

/**
 * The places at which carriers may run goroutines, GOMAXPROCS in number, and the carriers that wait
 * for one.
 *
 * <p>There is a carrier per place, and one more for each processor that was handed off while its
 * goroutine does not stop, up to 10,000 of them.
 */
final class Places {
  private static final int MAX_PLACES = 32_767; // as many as the JDK's scheduler allows
  private static final int MAX_SPARE = 10_000; // as many threads as Go allows

  private final GmpScheduler scheduler;
  private final SpinLock guard = new SpinLock();

  // guarded by guard
  private final ArrayDeque<Carrier> idle = new ArrayDeque<>();

  // written under guard, read anywhere
  private volatile int limit;
  private volatile int running;
  private volatile Processor[] processors = new Processor[0];

  Places(GmpScheduler scheduler) {
    this.scheduler = scheduler;
  }

  int limit() {
    return limit;
  }

  int running() {
    return running;
  }

  boolean anyFree() {
    return running < limit;
  }

  /** Whether every carrier is parked. */
  boolean nothingRuns() {
    guard.lock();
    try {
      return idle.size() == processors.length;
    } finally {
      guard.unlock();
    }
  }

  /** Every processor that exists, idle and handed-off ones included. */
  Processor[] processors() {
    return processors;
  }

  /** Gives a free place to an idle carrier, the last to become so, which the caller wakes. */
  Carrier take() {
    guard.lock();
    try {
      if (running >= limit || idle.isEmpty()) {
        return null;
      }
      Carrier carrier = idle.pollLast();
      occupy(carrier);
      return carrier;
    } finally {
      guard.unlock();
    }
  }

  private void occupy(Carrier carrier) {
    running++;
    carrier.processor().status = Status.RUNNING;
  }

  /** Adds a carrier to the idle ones and frees its place, unless that was handed off. */
  void giveUp(Carrier carrier) {
    guard.lock();
    try {
      if (carrier.processor().status == Status.RUNNING) {
        running--;
      }
      carrier.processor().status = Status.IDLE;
      idle.addLast(carrier);
    } finally {
      guard.unlock();
    }
  }

  /** Undoes {@link #giveUp}; false when the carrier is about to be woken or no place is free. */
  boolean takeBack(Carrier carrier) {
    guard.lock();
    try {
      if (running >= limit || !idle.removeLastOccurrence(carrier)) {
        return false;
      }
      occupy(carrier);
      return true;
    } finally {
      guard.unlock();
    }
  }

  /** Gives a handed-off carrier a free place; false when there is none. */
  boolean rejoin(Carrier carrier) {
    guard.lock();
    try {
      if (running >= limit) {
        return false;
      }
      occupy(carrier);
      return true;
    } finally {
      guard.unlock();
    }
  }

  /** Frees the place of a processor that runs a goroutine; false when nobody could take it. */
  boolean handOff(Processor processor) {
    if (!anyIdle() && !addCarrier()) {
      return false;
    }
    guard.lock();
    try {
      if (processor.status != Status.RUNNING || idle.isEmpty()) {
        return false;
      }
      processor.status = Status.HANDED_OFF;
      running--;
      return true;
    } finally {
      guard.unlock();
    }
  }

  /** Whether a carrier is idle and a place free for it. */
  boolean anyToTake() {
    return anyFree() && anyIdle();
  }

  void addCarrierIfNoneIsIdle() {
    if (!anyIdle()) {
      addCarrier();
    }
  }

  private boolean anyIdle() {
    guard.lock();
    try {
      return !idle.isEmpty();
    } finally {
      guard.unlock();
    }
  }

  /** Adds an idle carrier, which has started by then; false when there are enough. */
  private boolean addCarrier() {
    Processor[] existing = processors;
    if (existing.length >= limit + MAX_SPARE) {
      return false;
    }
    Carrier carrier = new Carrier(scheduler, new Processor(scheduler.global()), existing.length);
    carrier.start(); // may fail for want of memory, and then nobody knows of it
    guard.lock();
    try {
      Processor[] grown = Arrays.copyOf(processors, processors.length + 1);
      grown[grown.length - 1] = carrier.processor();
      processors = grown;
      idle.addLast(carrier);
    } finally {
      guard.unlock();
    }
    return true;
  }

  /** Changes the number of places; processors too many lose theirs when their goroutine yields. */
  void setLimit(int procs) {
    if (procs < 1 || procs > MAX_PLACES) {
      throw new IllegalArgumentException(
          "gomaxprocs must be between 1 and " + MAX_PLACES + ", not " + procs);
    }
    guard.lock();
    try {
      limit = procs;
      revokeSurplus();
    } finally {
      guard.unlock();
    }
    while (processors.length < procs && addCarrier()) {}
  }

  private void revokeSurplus() {
    for (Processor processor : processors) {
      if (running > limit && processor.status == Status.RUNNING) {
        processor.status = Status.HANDED_OFF;
        running--;
      }
    }
  }

  SchedState state(int spinning, int globalQueue) {
    guard.lock();
    try {
      int[] local = new int[limit];
      int others = queued(local);
      return new SchedState(
          limit,
          limit - running,
          processors.length,
          spinning,
          idle.size(),
          globalQueue + others,
          local);
    } finally {
      guard.unlock();
    }
  }

  /** Tells what is queued at each place, and returns what is queued at none. */
  private int queued(int[] local) {
    int others = 0;
    int place = 0;
    for (Processor processor : processors) {
      if (processor.status == Status.RUNNING && place < local.length) {
        local[place++] = processor.queued();
      } else {
        others += processor.queued();
      }
    }
    return others;
  }
}
