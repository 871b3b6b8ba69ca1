package dev.goguard.race.detector;

import dev.goguard.race.context.ContextCache;
import dev.goguard.race.context.Contexts;
import dev.goguard.race.context.HeldLocks;
import dev.goguard.race.memory.LastReferences;
import dev.goguard.race.memory.Memory;
import dev.goguard.race.memory.RecentReferences;

/**
 * What the detector knows of a thread. Written by that thread, except before it starts and, for
 * goroutines, by the one that completes a channel operation for it while it is parked.
 *
 * <p>That other thread found the parked one in a queue which both entered under a lock, and it
 * wakes it through a volatile word, so all fields are seen by both without further ordering. But
 * the parked thread may still be on its way into the park and may pass hooked JDK code there. So
 * the one field that both may change then, the clock, is replaced with compare-and-set.
 *
 * <p>{@code epoch} and {@code context} are read and written by instrumented code.
 *
 * <p>{@code clock} says what the thread has learned of others. Its own progress is the clock in
 * {@code epoch}: accesses are recorded there, and a release publishes it and goes on to the next.
 * When nothing was recorded or learned since the last release, the next one publishes the same
 * clock again and the epoch stays. Is that right? An access that follows is recorded under a number
 * larger than the published one, so nobody takes it for ordered, as if the epoch had been raised.
 * And since the clock changes with every number, a number stands for all that was known under it.
 */
public final class ThreadState {
  private static final long CLOCK = Memory.offset(ThreadState.class, "clock");
  private static final int RECENT = 64;
  private static final long EPOCH = Memory.offset(ThreadState.class, "epoch");

  /** The epoch of a thread that has no id: it differs from every cell. */
  private static final long NO_ID = Cell.epoch(0, 1);

  private static final long[] NONE = {};

  /** Thread id and clock of the thread, as a cell; zero while the program has one thread. */
  public long epoch;

  /** The calling context of the call that is being made. */
  public long context;

  /** When positive, nothing this thread does is recorded. */
  public int ignored;

  /** When positive, this thread is in code of the JDK or the detector that is not followed. */
  public int hidden;

  /** Reads that may have to be forgotten, or null. */
  public Speculation speculation;

  /** A bit for each class that the thread has used since it was initialised; never changed. */
  public long[] initialised = NONE;

  /** The locks that the thread holds. */
  public final HeldLocks locks = new HeldLocks();

  private Object[] recent;

  /** The test that the thread belongs to, or null; inherited by the threads it starts. */
  public volatile String test;

  /** The clocks of the monitors that the thread used last. */
  public final LastReferences monitors = new LastReferences();

  /** The shadows of the arrays that the thread used last. */
  public final RecentReferences arrays = new RecentReferences();

  final ThreadInfo info;
  final ThreadIds ids;
  volatile VectorClock clock;

  /** With what its last access races, until that is reported. */
  final RaceBuffer races = new RaceBuffer();

  /** When the thread was refused an id; the business of {@link ThreadIds}. */
  int refusedAt;

  private final ContextCache contexts = new ContextCache();
  private int tid;
  private VectorClock released;
  private volatile VectorClock atEnd;
  private boolean recorded;
  private boolean learned = true;

  ThreadState(ThreadInfo info, VectorClock clock, ThreadIds ids) {
    this.info = info;
    this.clock = clock;
    this.ids = ids;
    this.epoch = NO_ID;
  }

  /** What {@link #remember} was given last by this call site, or by one that shares its place. */
  public Object recall(int site) {
    return recent == null ? null : recent[site & RECENT - 1];
  }

  /** Keeps what a call site has found for the next time. */
  public void remember(int site, Object found) {
    if (recent == null) {
      recent = new Object[RECENT];
    }
    recent[site & RECENT - 1] = found;
  }

  /** The state of the only thread of a program that starts. */
  static ThreadState first(ThreadInfo info, ThreadIds ids) {
    ThreadState first = new ThreadState(info, VectorClock.EMPTY, ids);
    first.epoch = 0;
    return first;
  }

  /**
   * Remembers that {@code site} is being called from the method that was entered in
   * {@code context}. Sites are small numbers that follow each other; multiplied with a large odd
   * one, two ways to the same sum of a context and a site are as rare as for random contexts.
   */
  public static void call(ThreadState thread, long context, int site) {
    thread.context = (context + site) * 0x9E3779B97F4A7C15L;
  }

  /**
   * The program gets a second thread. Nothing that was done so far needs an order. Another thread
   * may call this when one appears that was not seen to start; the first thread itself never
   * changes an epoch of zero, and if it uses the old one a little longer it records and releases
   * nothing a little longer.
   */
  void endStartUp() {
    if (epoch == 0) {
      Memory.UNSAFE.compareAndSetLong(this, EPOCH, 0, NO_ID);
    }
  }

  /**
   * The cell of an access that is made now, of one of the kinds in {@link Cell}. It must not be
   * recorded when the thread cannot get an id ({@link Cell#isRecorded}).
   */
  public long access(int kind, long context, int site) {
    if (tid == 0) {
      ids.assign(this);
    }
    recorded = true;
    return epoch | Cell.origin(contextNumber(context, site), kind);
  }

  /** The number of a calling context of this thread with the locks it holds. */
  public int contextNumber(long context, int site) {
    int number = Contexts.find(contexts, locks, context, site);
    return number != 0 ? number : newContextNumber(context, site);
  }

  private int newContextNumber(long context, int site) {
    ignored++;
    try {
      return Contexts.intern(contexts, locks, context, site);
    } finally {
      ignored--;
    }
  }

  /** Goes on with an id from a clock on, knowing something more; under the lock of the ids. */
  void own(int id, int at, VectorClock more) {
    join(more);
    tid = id;
    epoch = Cell.epoch(id, at);
  }

  /** What was released happens before what this thread does next. */
  void learn(VectorClock release) {
    if (!release.release || clock.get(release.tid) < release.clock && release.tid != tid) {
      join(release);
    }
  }

  private void join(VectorClock other) {
    VectorClock before;
    VectorClock after;
    do {
      before = clock;
      after = before.join(other);
      if (after == before) {
        return;
      }
    } while (!Memory.UNSAFE.compareAndSetReference(this, CLOCK, before, after));
    learned = true; // after the clock, which a release reads after it has taken the mark away
  }

  /** All that this thread has done and learned so far; what follows does not belong to it. */
  VectorClock released() {
    if (recorded || learned) {
      learned = false;
      recorded = false;
      VectorClock folded = fold();
      released = tid == 0 ? folded : folded.releasedBy(tid, Cell.clock(epoch));
      nextEpoch();
    }
    return released;
  }

  private VectorClock fold() {
    VectorClock before = clock;
    VectorClock folded = tid == 0 ? before : before.folded();
    if (folded != before) {
      Memory.UNSAFE.compareAndSetReference(this, CLOCK, before, folded); // or the next time
    }
    return folded;
  }

  private void nextEpoch() {
    if (tid != 0) {
      int next = Cell.clock(epoch) + 1;
      if (next > ids.maxClock) {
        giveBack(next);
      } else {
        epoch = Cell.epoch(tid, next);
      }
    }
  }

  /** The thread ends: its id is free for those that know all it has done. */
  void end() {
    if (recorded) {
      released();
    }
    if (tid != 0) {
      giveBack(Cell.clock(epoch));
    }
    atEnd = clock;
    info.end();
  }

  /**
   * All that this thread, which has ended, did and learned. Any number of threads may ask at once,
   * so nothing changes here. A thread whose end was not seen has kept its id and last clock.
   */
  VectorClock atEnd() {
    VectorClock last = atEnd;
    if (last != null) {
      return last;
    }
    return tid == 0 ? clock : clock.with(tid, Cell.clock(epoch));
  }

  /**
   * The last release stands for all accesses with this id, and goes with it. What was learned since
   * stays here for those that join: who goes on with the id has not learned it.
   */
  private void giveBack(int nextClock) {
    join(released);
    ids.giveBack(tid, nextClock, released);
    tid = 0;
    epoch = NO_ID;
  }

  /** Whether the access in {@code cell} happens before what this thread does now. */
  public boolean happensBefore(long cell) {
    int by = Cell.tid(cell);
    return by == tid || Cell.clock(cell) <= clock.get(by);
  }
}
