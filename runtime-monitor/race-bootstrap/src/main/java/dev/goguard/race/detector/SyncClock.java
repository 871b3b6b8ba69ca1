package dev.goguard.race.detector;

/** What a synchronization object carries: the clock of the releases that an acquire learns of. */
public final class SyncClock {
  private VectorClock clock;

  /** Everything released into this object happens before what {@code thread} does next. */
  public synchronized void acquire(ThreadState thread) {
    if (clock != null) {
      thread.clock.join(clock);
    }
  }

  /** What {@code thread} has done so far replaces what this object carries. */
  public synchronized void release(ThreadState thread) {
    clock = thread.clock.copy();
    thread.tick();
  }

  /** What {@code thread} has done so far is added to what this object carries. */
  public synchronized void releaseMerge(ThreadState thread) {
    if (clock == null) {
      clock = thread.clock.copy();
    } else {
      clock.join(thread.clock);
    }
    thread.tick();
  }
}
