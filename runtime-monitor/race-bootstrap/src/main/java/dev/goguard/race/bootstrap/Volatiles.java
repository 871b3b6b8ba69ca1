package dev.goguard.race.bootstrap;

import dev.goguard.race.detector.SyncClock;
import dev.goguard.race.detector.ThreadState;
import dev.goguard.race.shadow.SyncTable;

/** Hooks of volatile fields: a write happens before every read that follows it (JLS 17.4.5). */
public final class Volatiles {
  private Volatiles() {}

  /** After a volatile field was read; {@code clock} is its companion. */
  public static void read(SyncClock clock, ThreadState thread) {
    clock.acquire(thread);
  }

  /**
   * Before a volatile field is written. Merged, because every later read is ordered after this
   * write, also when it sees a still later one. Null when the store will throw: no object.
   */
  public static void write(SyncClock clock, ThreadState thread) {
    if (clock != null && thread.epoch != 0) {
      clock.releaseMerge(thread);
    }
  }

  /** After a volatile field of {@code owner}, an object whose class carries no shadow, was read. */
  public static void read(Object owner, ThreadState thread, int slot) {
    SyncTable.acquire(owner, slot, thread);
  }

  /** Before a volatile field of an object whose class carries no shadow is written. */
  public static void write(Object owner, ThreadState thread, int slot) {
    if (owner != null && thread.epoch != 0) {
      SyncTable.clockOf(owner, slot).releaseMerge(thread);
    }
  }

  /** The first clock of a field that is written before its object's constructor has begun. */
  public static SyncClock written(ThreadState thread) {
    SyncClock clock = new SyncClock();
    write(clock, thread);
    return clock;
  }
}
