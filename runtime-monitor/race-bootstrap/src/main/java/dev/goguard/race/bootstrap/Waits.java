package dev.goguard.race.bootstrap;

import dev.goguard.race.detector.ThreadStates;
import dev.goguard.race.shadow.SyncTable;

/**
 * Hooks of monitors inside the JDK: {@code Object.wait}, and the classes whose own monitor is part
 * of what they promise.
 */
public final class Waits {
  /** The part of an object that {@link Monitors} uses. */
  private static final int MONITOR = -1;

  private Waits() {}

  /** After the monitor was entered. */
  public static void entered(Object monitor) {
    Handovers.acquire(monitor, MONITOR);
  }

  /** Before the monitor is left. */
  public static void exiting(Object monitor) {
    Handovers.release(monitor, MONITOR);
  }

  /** Whether the program has entered the monitor, or a class of the JDK that promises it. */
  private static boolean isFollowed(Object monitor) {
    return ThreadStates.current().locks.isHeld(monitor) || SyncTable.isKnown(monitor, MONITOR);
  }

  /** Before {@code wait} gives up the monitor; the JDK's own monitors are not followed. */
  public static void waiting(Object monitor) {
    if (isFollowed(monitor)) {
      exiting(monitor);
    }
  }

  /** After {@code wait} has the monitor again. */
  public static void waited(Object monitor) {
    if (isFollowed(monitor)) {
      entered(monitor);
    }
  }
}
