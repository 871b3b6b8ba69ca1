package dev.goguard.race.bootstrap;

import dev.goguard.race.detector.ThreadState;
import dev.goguard.race.detector.ThreadStates;
import dev.goguard.race.shadow.Slots;

/**
 * Hooks of monitors inside the JDK: {@code Object.wait}, and the classes whose own monitor is part
 * of what they promise.
 */
public final class Waits {
  private Waits() {}

  /** After the monitor was entered. */
  public static void entered(Object monitor) {
    ThreadState thread = ThreadStates.current();
    if (thread.hidden == 0) {
      Monitors.entered(monitor, thread);
    }
  }

  /** Before the monitor is left. */
  public static void exiting(Object monitor) {
    ThreadState thread = ThreadStates.current();
    if (thread.hidden == 0) {
      Monitors.exiting(monitor, thread);
    }
  }

  /** Before {@code wait} gives up the monitor; of the JDK's own nobody knows that they are held. */
  public static void waiting(Object monitor) {
    if (ThreadStates.current().locks.isHeld(monitor)) {
      Handovers.release(monitor, Slots.MONITOR);
    }
  }

  /** After {@code wait} has the monitor again. */
  public static void waited(Object monitor) {
    if (ThreadStates.current().locks.isHeld(monitor)) {
      Handovers.acquire(monitor, Slots.MONITOR);
    }
  }
}
