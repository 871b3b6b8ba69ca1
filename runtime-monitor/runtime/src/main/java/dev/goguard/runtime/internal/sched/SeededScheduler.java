package dev.goguard.runtime.internal.sched;

import dev.goguard.runtime.internal.Chance;
import dev.goguard.runtime.internal.SpinLock;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.LockSupport;

/**
 * Runs goroutines one at a time, choosing the next by a seeded random number, so that an
 * interleaving can be had again.
 *
 * <p>The choice depends on the seed and on the order in which goroutines became runnable. That
 * order is the goroutines' own as long as nothing outside makes one runnable: sleeping, timeouts,
 * timers, sockets, contended monitors and other threads do. Goroutines change places only where
 * they park, yield or end.
 *
 * <p>What a select draws comes from the seed as well, and so does the time after which a mutex is
 * handed over: each turn of a goroutine counts as a tenth of a millisecond. What the program itself
 * asks of the machine, its clocks, random numbers and identity hash codes, does not.
 */
public final class SeededScheduler implements Scheduler, Executor, Chance {
  private static final long TURN_NANOS = 100_000;

  private final long seed;
  private final SplittableRandom random;
  private final ThreadFactory threads;
  private final SeededCarrier carrier;
  private final SpinLock guard = new SpinLock();

  // guarded by guard
  private final List<Runnable> runnable = new ArrayList<>();
  private boolean closed;

  /** How many goroutines have been given the carrier; only touched on it, as random is. */
  private long turns;

  /**
   * Creates a scheduler with a carrier thread of its own, which runs until {@link #close}.
   *
   * @throws IllegalStateException when {@code java.lang} is not opened, saying what to do
   */
  public SeededScheduler(long seed) {
    this.seed = seed;
    this.random = new SplittableRandom(seed);
    this.threads = VirtualThreads.on(this);
    this.carrier = new SeededCarrier(this);
    Schedulers.carriersExist();
    Chance.from(SeededScheduler::here);
    carrier.start();
  }

  /** The scheduler of the current goroutine if it is a seeded one, else null. */
  private static SeededScheduler here() {
    return VirtualThreads.currentCarrierThread() instanceof SeededCarrier own
        ? own.scheduler()
        : null;
  }

  /** The seed, with which the same interleaving can be had again. */
  public long seed() {
    return seed;
  }

  @Override
  public Thread newThread(Runnable body) {
    return threads.newThread(body);
  }

  @Override
  public void execute(Runnable goroutine) {
    guard.lock();
    try {
      runnable.add(goroutine);
    } finally {
      guard.unlock();
    }
    if (VirtualThreads.currentCarrierThread() != carrier) {
      LockSupport.unpark(carrier);
    }
  }

  /** Waits for a runnable goroutine and takes a random one; null once closed. */
  Runnable next() {
    while (true) {
      guard.lock();
      try {
        if (closed) {
          return null;
        }
        if (!runnable.isEmpty()) {
          return takeRandom();
        }
      } finally {
        guard.unlock();
      }
      LockSupport.park(this);
    }
  }

  private Runnable takeRandom() {
    turns++;
    int chosen = random.nextInt(runnable.size());
    Runnable last = runnable.remove(runnable.size() - 1);
    return chosen == runnable.size() ? last : runnable.set(chosen, last);
  }

  /** Ends the carrier once the running goroutine parks; those that have not ended never go on. */
  public void close() {
    guard.lock();
    try {
      closed = true;
    } finally {
      guard.unlock();
    }
    LockSupport.unpark(carrier);
  }

  /** Drawn from the seed; called by this scheduler's goroutines, that is, by one at a time. */
  @Override
  public int below(int bound) {
    return random.nextInt(bound);
  }

  @Override
  public long nanoTime() {
    return turns * TURN_NANOS;
  }

  @Override
  public int gomaxprocs() {
    return 1;
  }

  @Override
  public void setGomaxprocs(int procs) {
    if (procs != 1) {
      throw new UnsupportedOperationException("a seeded scheduler runs one goroutine at a time");
    }
  }

  @Override
  public SchedState state() {
    guard.lock();
    try {
      return new SchedState(1, 0, 1, 0, 0, runnable.size(), new int[0]);
    } finally {
      guard.unlock();
    }
  }
}
