package dev.goguard.runtime;

import dev.goguard.runtime.internal.SyncEvents;
import java.util.Objects;

/**
 * For authors of libraries that synchronize by means of their own: tells GoGuard's race detector
 * which happens-before edges they create.
 *
 * <p>Locks, volatile variables, {@code java.util.concurrent} and this module are known to the
 * detector. What it cannot see is order that comes from elsewhere: native code, a device, a file, a
 * protocol between processes. Without these calls such programs are reported although they are
 * right.
 *
 * {@snippet :
 * void put(Message message) {
 *   RaceDetector.release(this);   // before the operation that makes it visible
 *   nativePut(message);
 * }
 *
 * Message take() {
 *   Message message = nativeTake();
 *   RaceDetector.acquire(this);   // after the operation that has seen it
 *   return message;
 * }
 * }
 *
 * <p>An edge leads from a release to every later acquire with the same object, compared by
 * identity. In a program that runs without the detector all methods do nothing.
 */
public final class RaceDetector {
  private RaceDetector() {}

  /** Whether the program runs under the race detector. */
  public static boolean isActive() {
    return SyncEvents.isActive();
  }

  /**
   * The current thread has seen everything that was released into {@code sync}. Call it after the
   * operation that has seen it.
   */
  public static void acquire(Object sync) {
    SyncEvents.acquire(Objects.requireNonNull(sync, "sync"));
  }

  /**
   * Everything the current thread has done is released into {@code sync}, and replaces what others
   * have released there. Call it before the operation that makes it visible.
   */
  public static void release(Object sync) {
    SyncEvents.release(Objects.requireNonNull(sync, "sync"));
  }

  /**
   * As {@link #release}, but what others have released into {@code sync} stays: for what several
   * threads complete together, such as a barrier or a reference count.
   */
  public static void releaseMerge(Object sync) {
    SyncEvents.releaseMerge(Objects.requireNonNull(sync, "sync"));
  }

  /**
   * Runs {@code body} without checking what the current thread accesses meanwhile, in the methods
   * it calls too. Threads that it starts are checked. For one field or method, {@link BenignRace}
   * is narrower.
   */
  public static void ignore(Runnable body) {
    SyncEvents.beginIgnore();
    try {
      body.run();
    } finally {
      SyncEvents.endIgnore();
    }
  }
}
