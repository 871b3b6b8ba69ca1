package dev.goguard.race.bootstrap;

import dev.goguard.race.detector.ThreadState;
import dev.goguard.race.shadow.SyncTable;

/** Hooks of volatile fields: a write happens before every read that follows it (JLS 17.4.5). */
public final class Volatiles {
  private Volatiles() {}

  /** After a volatile field of {@code owner}, an object or a class, was read. */
  public static void read(Object owner, ThreadState thread, int field) {
    SyncTable.clockOf(owner, field).acquire(thread);
  }

  /** Before a volatile field is written. */
  public static void write(Object owner, ThreadState thread, int field) {
    SyncTable.clockOf(owner, field).releaseMerge(thread);
  }
}
