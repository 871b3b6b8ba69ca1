package dev.goguard.race.detector;

/**
 * What the detector knows of a thread. Written by that thread, except before it starts and, for
 * channels, while it is parked.
 *
 * <p>{@code epoch} and {@code context} are read and written by instrumented code.
 */
public final class ThreadState {
  /** Thread id and clock of the thread, as a cell; zero while the program has one thread. */
  public long epoch;

  /** The calling context of the call that is being made. */
  public long context;

  /** When positive, nothing this thread does is recorded. */
  public int ignored;

  /** When positive, this thread is in code of the JDK or the detector that is not followed. */
  public int hidden;

  final int tid;
  final ThreadInfo info;
  final VectorClock clock;

  ThreadState(int tid, ThreadInfo info, VectorClock clock) {
    this.tid = tid;
    this.info = info;
    this.clock = clock;
    clock.set(tid, 1);
    this.epoch = Cell.epoch(tid, 1);
  }

  /**
   * Remembers that {@code site} is being called from the method that was entered in
   * {@code context}.
   */
  public static void call(ThreadState thread, long context, int site) {
    thread.context = 3 * context + site;
  }

  /** Starts a new epoch: what follows does not happen before what was released. */
  void tick() {
    int next = clock.get(tid) + 1;
    clock.set(tid, next);
    epoch = Cell.epoch(tid, next);
  }

  /** Whether the access in {@code cell} happens before what this thread does now. */
  public boolean happensBefore(long cell) {
    return Cell.clock(cell) <= clock.get(Cell.tid(cell));
  }
}
