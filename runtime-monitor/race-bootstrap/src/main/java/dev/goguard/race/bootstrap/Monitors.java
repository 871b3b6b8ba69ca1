package dev.goguard.race.bootstrap;

import dev.goguard.race.detector.ThreadState;
import dev.goguard.race.shadow.SyncTable;

/**
 * Hooks of monitors: an unlock happens before every later lock of the same monitor (JLS 17.4.4).
 *
 * <p>The thread's state also learns which locks it holds, for reports; other locks that one thread
 * owns do the same.
 */
public final class Monitors {
  private Monitors() {}

  /** After the monitor was entered. */
  public static void entered(Object monitor, ThreadState thread) {
    SyncTable.acquire(monitor, thread);
    thread.locks.push(monitor, 0);
  }

  /** After the monitor was entered at {@code site} of a method that was entered in a context. */
  public static void entered(Object monitor, ThreadState thread, long context, int site) {
    SyncTable.acquire(monitor, thread);
    locked(monitor, thread, context, site);
  }

  /** Before the monitor is left. */
  public static void exiting(Object monitor, ThreadState thread) {
    if (thread.epoch != 0) {
      SyncTable.clockOf(monitor, thread).release(thread);
    }
    thread.locks.pop(monitor);
  }

  /** A lock of any kind is held from now on; while there is one thread nobody asks where. */
  public static void locked(Object lock, ThreadState thread, long context, int site) {
    thread.locks.push(lock, thread.epoch == 0 ? 0 : thread.contextNumber(context, site));
  }

  /** A lock of any kind is given up. */
  public static void unlocked(Object lock, ThreadState thread) {
    thread.locks.pop(lock);
  }
}
