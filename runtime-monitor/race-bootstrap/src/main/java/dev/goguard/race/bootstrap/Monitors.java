package dev.goguard.race.bootstrap;

import dev.goguard.race.detector.ThreadState;
import dev.goguard.race.shadow.SyncTable;

/**
 * Hooks of monitors: an unlock happens before every later lock of the same monitor (JLS 17.4.4).
 */
public final class Monitors {
  private Monitors() {}

  /** After the monitor was entered. */
  public static void entered(Object monitor, ThreadState thread) {
    SyncTable.clockOf(monitor).acquire(thread);
  }

  /** Before the monitor is left. */
  public static void exiting(Object monitor, ThreadState thread) {
    SyncTable.clockOf(monitor).release(thread);
  }
}
