package dev.goguard.race.detector;

import dev.goguard.race.memory.Memory;

/**
 * What a synchronization object carries: the clock of the releases that an acquire learns of.
 *
 * <p>There is no lock. The field is replaced with compare-and-set where two threads may release at
 * the same time, and stored where the last release wins. The caller orders a release before the
 * program's own release operation and an acquire after the program's own acquire, so a thread that
 * has seen the one finds the clock of the other: a release store is enough, without the full fence
 * of a volatile one.
 *
 * <p>An acquire compares one entry when the clock is one thread's release: whoever knows the
 * releaser's entry knows all that the releaser knew then, because a thread releases two different
 * clocks never under the same number ({@link ThreadState#released}).
 */
public final class SyncClock {
  private static final long CLOCK = Memory.offset(SyncClock.class, "clock");

  private volatile VectorClock clock = VectorClock.EMPTY;

  public SyncClock() {
    Statistics.syncObjects.add(1);
  }

  /** Everything released into this object happens before what {@code thread} does next. */
  public void acquire(ThreadState thread) {
    VectorClock released = clock;
    if (released != VectorClock.EMPTY) {
      thread.learn(released);
    }
  }

  /** What {@code thread} has done so far replaces what this object carries. */
  public void release(ThreadState thread) {
    if (thread.epoch != 0) {
      VectorClock released = thread.released();
      if (released != clock) {
        Memory.UNSAFE.putReferenceRelease(this, CLOCK, released);
      }
    }
  }

  /** What {@code thread} has done so far is added to what this object carries. */
  public void releaseMerge(ThreadState thread) {
    if (thread.epoch != 0) {
      add(thread.released());
    }
  }

  /**
   * Both at once, as a read-modify-write operation or a rendezvous does: the thread learns of what
   * was released before it, and those that come after it learn of both.
   */
  public void acquireRelease(ThreadState thread) {
    releaseMerge(thread);
    acquire(thread);
  }

  /** What another object carries is added to what this one carries. */
  public void addAll(SyncClock other) {
    add(other.clock);
  }

  VectorClock get() {
    return clock;
  }

  boolean replace(VectorClock before, VectorClock after) {
    return before == after || Memory.UNSAFE.compareAndSetReference(this, CLOCK, before, after);
  }

  private void add(VectorClock released) {
    VectorClock before;
    VectorClock after;
    do {
      before = clock;
      after = released.join(before);
    } while (!replace(before, after));
  }
}
