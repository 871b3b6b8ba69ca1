package dev.goguard.race.bootstrap;

import dev.goguard.race.detector.ThreadState;
import dev.goguard.race.detector.ThreadStates;
import dev.goguard.race.shadow.SyncTable;
import dev.goguard.race.shadow.VariableTable;

/**
 * For libraries that synchronize by means of their own: which edges they create, and what they
 * access. GoGuard's runtime is one of them; its {@code SyncEvents} lead here.
 *
 * <p>A release is told before the operation that makes it visible, an acquire after the operation
 * that has seen it. A synchronization variable is an object, or a numbered slot of an object.
 */
public final class Sync {
  private Sync() {}

  /** The current thread has seen everything that was released into {@code sync}. */
  public static void acquire(Object sync) {
    SyncTable.acquire(sync, ThreadStates.current());
  }

  /** Everything the current thread has done replaces what {@code sync} carried. */
  public static void release(Object sync) {
    SyncTable.clockOf(sync).release(ThreadStates.current());
  }

  /** Everything the current thread has done is added to what {@code sync} carries. */
  public static void releaseMerge(Object sync) {
    SyncTable.clockOf(sync).releaseMerge(ThreadStates.current());
  }

  /** As {@link #acquire(Object)}, for a thread that is the current one or parked. */
  public static void acquire(Thread thread, Object sync, int slot) {
    SyncTable.acquire(sync, slot, stateOf(thread));
  }

  /** As {@link #release(Object)}, for a thread that is the current one or parked. */
  public static void release(Thread thread, Object sync, int slot) {
    SyncTable.clockOf(sync, slot).release(stateOf(thread));
  }

  /** A thread that the detector has not met is the current one, or it would not be parked. */
  private static ThreadState stateOf(Thread thread) {
    ThreadState known = ThreadStates.of(thread);
    return known != null ? known : ThreadStates.adopt(thread);
  }

  /** The current thread is about to start {@code child}, a goroutine. */
  public static void fork(Thread child) {
    ThreadStates.fork(ThreadStates.current(), child, true);
  }

  /** The current thread has seen {@code child} end. */
  public static void join(Thread child) {
    ThreadStates.join(ThreadStates.current(), child);
  }

  /** The current thread reads an abstract variable of an object, which a report calls by name. */
  public static void read(Object object, String name) {
    ThreadState thread = ThreadStates.current();
    if (thread.epoch != 0) {
      VariableTable.of(object, name).read(name, thread, thread.context, 0);
    }
  }

  /** The current thread writes an abstract variable of an object, which a report calls by name. */
  public static void write(Object object, String name) {
    ThreadState thread = ThreadStates.current();
    if (thread.epoch != 0) {
      VariableTable.of(object, name).write(name, thread, thread.context, 0);
    }
  }

  /** Until {@link #endIgnore}, accesses of the current thread are not recorded. May be nested. */
  public static void beginIgnore() {
    ThreadStates.current().ignored++;
  }

  /** Ends what the last {@link #beginIgnore} began. */
  public static void endIgnore() {
    ThreadState thread = ThreadStates.current();
    thread.ignored = Math.max(0, thread.ignored - 1);
  }
}
