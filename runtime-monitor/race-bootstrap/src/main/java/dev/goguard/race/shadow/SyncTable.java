package dev.goguard.race.shadow;

import dev.goguard.race.detector.SyncClock;
import dev.goguard.race.detector.ThreadState;

/** The clocks of synchronization objects that cannot carry them. */
public final class SyncTable extends WeakTable<SyncTable.Clocked> {
  private static final int STRIPES = 64;
  private static final SyncTable[] TABLES = new SyncTable[STRIPES];

  static {
    for (int i = 0; i < STRIPES; i++) {
      TABLES[i] = new SyncTable();
    }
  }

  private SyncTable() {}

  static final class Clocked extends WeakTable.Entry {
    final SyncClock clock = new SyncClock();

    Clocked(Object object, int hash, int part) {
      super(object, hash, part);
    }
  }

  @Override
  Clocked create(Object object, int hash, int part) {
    return new Clocked(object, hash, part);
  }

  /**
   * {@code thread} learns of what was released into a part of an object. When nothing was, and the
   * program's own operation has seen no release either, there is no clock and none is made.
   */
  public static void acquire(Object object, int slot, ThreadState thread) {
    if (thread.epoch != 0) {
      int hash = hash(object, slot);
      Clocked found = TABLES[hash >>> 26].find(object, hash, slot);
      if (found != null) {
        found.clock.acquire(thread);
      }
    }
  }

  /** As {@link #acquire(Object, int, ThreadState)}, of an object as a whole: its monitor. */
  public static void acquire(Object object, ThreadState thread) {
    Clocked last = (Clocked) thread.monitors.find(object);
    if (last != null) {
      last.clock.acquire(thread);
    } else {
      acquire(object, Slots.MONITOR, thread);
    }
  }

  /** The clock of an object, whose monitor {@code thread} may hold. */
  public static SyncClock clockOf(Object object, ThreadState thread) {
    Clocked found = (Clocked) thread.monitors.find(object);
    if (found == null) {
      int hash = hash(object, Slots.MONITOR);
      found = TABLES[hash >>> 26].of(object, hash, Slots.MONITOR);
      thread.monitors.put(found);
    }
    return found.clock;
  }

  /** The clock of an object. */
  public static SyncClock clockOf(Object object) {
    return clockOf(object, Slots.MONITOR);
  }

  /** The clock of one numbered part of an object. */
  public static SyncClock clockOf(Object object, int slot) {
    int hash = hash(object, slot);
    return TABLES[hash >>> 26].of(object, hash, slot).clock;
  }

  /** Whether a numbered part of an object has had a clock. */
  public static boolean isKnown(Object object, int slot) {
    int hash = hash(object, slot);
    return TABLES[hash >>> 26].find(object, hash, slot) != null;
  }
}
