package dev.goguard.race.bootstrap;

import dev.goguard.race.detector.SyncClock;
import dev.goguard.race.detector.ThreadState;
import dev.goguard.race.shadow.AtomicAccess;
import dev.goguard.race.shadow.HandleTable;
import dev.goguard.race.shadow.HandleTarget;
import dev.goguard.race.shadow.ReleaseOrder;
import java.lang.reflect.Field;

/**
 * Hooks of atomic operations, called around one by a bridge in the class that makes it.
 *
 * <p>The first hook answers the clock that the last one is given, or null when there is nothing to
 * do after the operation. A {@code mode} is made of the bits of
 * {@link dev.goguard.race.shadow.AccessMode}.
 */
public final class Atomics {
  /** All fences have one clock: that may hide races, and never reports one that is none. */
  private static final SyncClock FENCES = new SyncClock();

  private Atomics() {}

  /** Before an operation on an atomic object, or on an element of an atomic array. */
  public static SyncClock before(
      Object atomic, int index, int mode, ThreadState thread, long context, int site) {
    if (thread.epoch == 0 || atomic == null) {
      return null;
    }
    return AtomicAccess.object(atomic, index).before(mode, thread, context, site);
  }

  /** After a compare-and-set of an atomic object. */
  public static void after(
      SyncClock clock,
      boolean success,
      Object atomic,
      int index,
      int mode,
      ThreadState thread,
      long context,
      int site) {
    if (clock != null) {
      AtomicAccess.object(atomic, index).after(clock, success, mode, thread, context, site);
    }
  }

  /** Before an operation through a {@code VarHandle} or field updater. */
  public static SyncClock beforeHandle(
      Object handle,
      Object first,
      int index,
      int mode,
      ThreadState thread,
      long context,
      int site) {
    if (thread.epoch == 0 || handle == null) {
      return null;
    }
    AtomicAccess access = HandleTarget.at(site, handle, thread).access(first, index);
    return access == null ? null : access.before(mode, thread, context, site);
  }

  /** After a compare-and-set through a {@code VarHandle} or field updater. */
  public static void afterHandle(
      SyncClock clock,
      boolean success,
      Object handle,
      Object first,
      int index,
      int mode,
      ThreadState thread,
      long context,
      int site) {
    if (clock != null) {
      HandleTarget.at(site, handle, thread)
          .access(first, index)
          .after(clock, success, mode, thread, context, site);
    }
  }

  /** Before an operation of {@code Unsafe}. */
  public static SyncClock beforeMemory(
      Object object, long offset, int mode, ThreadState thread, long context, int site) {
    return thread.epoch == 0
        ? null
        : AtomicAccess.memory(object, offset).before(mode, thread, context, site);
  }

  /** After a compare-and-set of {@code Unsafe}. */
  public static void afterMemory(
      SyncClock clock,
      boolean success,
      Object object,
      long offset,
      int mode,
      ThreadState thread,
      long context,
      int site) {
    if (clock != null) {
      AtomicAccess.memory(object, offset).after(clock, success, mode, thread, context, site);
    }
  }

  /** Before an operation on an atomic object that calls a function of the program. */
  public static SyncClock beforeFunction(
      Object atomic, int index, int mode, ThreadState thread, long context, int site) {
    if (thread.epoch == 0 || atomic == null) {
      return null;
    }
    return AtomicAccess.object(atomic, index).beforeFunction(mode, thread, context, site);
  }

  /** As {@link #beforeFunction}, of a field updater. */
  public static SyncClock beforeHandleFunction(
      Object handle,
      Object first,
      int index,
      int mode,
      ThreadState thread,
      long context,
      int site) {
    if (thread.epoch == 0 || handle == null) {
      return null;
    }
    AtomicAccess access = HandleTarget.at(site, handle, thread).access(first, index);
    return access == null ? null : access.beforeFunction(mode, thread, context, site);
  }

  /** After an operation that has called a function of the program. */
  public static void afterFunction(SyncClock clock, ThreadState thread) {
    if (clock != null) {
      clock.acquire(thread);
    }
  }

  /** A field updater or {@code VarHandle} was made for a field that {@code type} has. */
  public static void made(Object handle, Class<?> type, String field) {
    HandleTable.put(handle, HandleTarget.field(type, field));
  }

  /** A {@code VarHandle} was made for a field. */
  public static void made(Object handle, Field field) {
    HandleTable.put(handle, HandleTarget.field(field));
  }

  /** A {@code VarHandle} was made that accesses what another one does. */
  public static void madeFrom(Object handle, Object other) {
    HandleTable.putSame(handle, other);
  }

  /** Whether a compare-and-exchange found what it expected. */
  public static boolean same(int found, int expected) {
    return found == expected;
  }

  /** As {@link #same(int, int)}. */
  public static boolean same(long found, long expected) {
    return found == expected;
  }

  /** As {@link #same(int, int)}: these are compared by their bits. */
  public static boolean same(float found, float expected) {
    return Float.floatToRawIntBits(found) == Float.floatToRawIntBits(expected);
  }

  /** As {@link #same(float, float)}. */
  public static boolean same(double found, double expected) {
    return Double.doubleToRawLongBits(found) == Double.doubleToRawLongBits(expected);
  }

  /** As {@link #same(int, int)}: by identity. */
  public static boolean same(Object found, Object expected) {
    return found == expected;
  }

  /** A fence that orders what comes after it. */
  public static void acquireFence(ThreadState thread) {
    FENCES.acquire(thread);
  }

  /** A fence that orders what went before it. */
  public static void releaseFence(ThreadState thread) {
    FENCES.releaseMerge(thread);
  }

  /** A fence that does both. */
  public static void fullFence(ThreadState thread) {
    FENCES.acquireRelease(thread);
  }

  /** Before a read: what {@link #read} asks for. */
  public static int stamp(SyncClock clock) {
    return ReleaseOrder.stamp(clock);
  }

  /** After a read that acquires. */
  public static void read(SyncClock clock, int stamp, ThreadState thread) {
    ReleaseOrder.read(clock, stamp, thread);
  }

  /**
   * After a read-modify-write of a field. It acquires once more: a volatile write by an ordinary
   * store takes no lock, and may have gone in just before the operation.
   */
  public static void leave(SyncClock clock, ThreadState thread) {
    if (clock != null) {
      clock.acquire(thread);
      ReleaseOrder.leave(clock);
    }
  }

  /** After a write, or when it has thrown. */
  public static void leave(SyncClock clock) {
    ReleaseOrder.leave(clock);
  }
}
