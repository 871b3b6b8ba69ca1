package dev.goguard.race.detector;

/**
 * A release that is made before it is known whether the operation it belongs to releases.
 *
 * <p>A compare-and-set releases only when it succeeds, but whoever sees what it wrote must find the
 * release, and may see it before the thread has learned the outcome. So the release goes in first
 * and is taken back when the operation has failed. A thread that acquires in between learns more
 * than it should: a race may be missed there, none is invented. What another thread has released
 * meanwhile on top of it stays, and this release with it.
 *
 * <p>Not for two threads at a time: the caller holds a lock.
 */
public final class TentativeRelease {
  private VectorClock before;
  private VectorClock after;

  /** What {@code thread} has done so far is added to what {@code clock} carries, for now. */
  public void make(SyncClock clock, ThreadState thread) {
    VectorClock released = thread.released();
    do {
      before = clock.get();
      after = released.join(before);
    } while (!clock.replace(before, after));
  }

  /** The operation has succeeded. */
  public void keep() {
    before = null;
    after = null;
  }

  /** Unless it was kept, or there is none, the release is taken back. */
  public void takeBack(SyncClock clock) {
    if (after != null) {
      clock.replace(after, before);
      keep();
    }
  }
}
