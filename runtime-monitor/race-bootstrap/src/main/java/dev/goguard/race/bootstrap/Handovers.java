package dev.goguard.race.bootstrap;

import dev.goguard.race.detector.ThreadState;
import dev.goguard.race.detector.ThreadStates;
import dev.goguard.race.shadow.Slots;
import dev.goguard.race.shadow.SyncTable;

/**
 * The hooks of most contracts: what is done before one method of the JDK happens before what
 * follows another.
 *
 * <p>They run inside the JDK's methods, perhaps inside a class loader or a thread's start, and use
 * classes of the JDK themselves; {@code hidden} keeps such a use from being followed in turn. The
 * clock is not that of the object's monitor, which the program may use for something else.
 */
public final class Handovers {
  private Handovers() {}

  /** Loads what the hooks need, before a hook that is needed to load it is in place. */
  public static void prepare() {
    Object key = new Object();
    release(key);
    acquire(key);
    Waits.waiting(key);
    Locks.awaiting(key);
    Tasks.running(key);
    Threads.aliveRead(true, Thread.currentThread());
  }

  /** The current thread has seen what was released into {@code key}. */
  public static void acquire(Object key) {
    acquire(key, Slots.PASSED);
  }

  static void acquire(Object key, int slot) {
    ThreadState thread = ThreadStates.current();
    if (key != null && thread.hidden == 0) {
      thread.hidden = 1;
      try {
        SyncTable.acquire(key, slot, thread);
      } finally {
        thread.hidden = 0;
      }
    }
  }

  /** What the current thread has done is added to what {@code key} carries. */
  public static void release(Object key) {
    release(key, Slots.PASSED);
  }

  static void release(Object key, int slot) {
    ThreadState thread = ThreadStates.current();
    if (key != null && thread.hidden == 0) {
      thread.hidden = 1;
      try {
        SyncTable.clockOf(key, slot).releaseMerge(thread);
      } finally {
        thread.hidden = 0;
      }
    }
  }

  /** After a method that tells by true that it has passed. */
  public static void acquireWhenTrue(boolean passed, Object key) {
    if (passed) {
      acquire(key);
    }
  }

  /** After a method that returns null when it has seen nothing. */
  public static void acquireWhenFound(Object found, Object key) {
    if (found != null) {
      acquire(key);
    }
  }

  /** After a method that returns zero when all is done. */
  public static void acquireWhenZero(long left, Object key) {
    if (left == 0) {
      acquire(key);
    }
  }

  /** After a method that returns zero when it has failed. */
  public static void acquireWhenNonzero(long stamp, Object key) {
    if (stamp != 0) {
      acquire(key);
    }
  }

  /** After a method that returns a negative status of what is done. */
  public static void acquireWhenNegative(int status, Object key) {
    if (status < 0) {
      acquire(key);
    }
  }

  /** Before {@code element} is put where other threads may take it. */
  public static void put(Object element, Object queue) {
    release(element, slotOf(queue));
  }

  /** After {@code element} was taken or seen, or null when nothing was there. */
  public static void took(Object element, Object queue) {
    acquire(element, slotOf(queue));
  }

  /** Before an object is given to a single taker. */
  public static void handing(Object object) {
    release(object, Slots.HANDED);
  }

  /** After an object was taken that was given by {@link #handing}. */
  public static void handed(Object object) {
    acquire(object, Slots.HANDED);
  }

  /** After several elements were seen. */
  public static void tookAll(Object[] elements, Object queue) {
    for (Object element : elements) {
      took(element, queue);
    }
  }

  /**
   * The part of an element that belongs to one queue. It is negative, as the numbers of volatile
   * fields are not, and below the fixed slots but for one hash in a billion.
   */
  private static int slotOf(Object queue) {
    return ~System.identityHashCode(queue);
  }

  /** Until {@link #show}, nothing the current thread does inside the JDK is followed. */
  public static void hide() {
    ThreadStates.current().hidden++;
  }

  /** Ends what {@link #hide} began. */
  public static void show() {
    ThreadStates.current().hidden--;
  }
}
