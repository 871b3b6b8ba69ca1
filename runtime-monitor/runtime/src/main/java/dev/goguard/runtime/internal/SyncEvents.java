package dev.goguard.runtime.internal;

/**
 * Where the runtime's primitives say which happens-before edges they create.
 *
 * <p>The methods are empty. A race detector replaces them and treats everything else in this module
 * as a black box, so they must be called for every edge and for nothing else. A synchronization
 * variable is an object, or one numbered slot of an object; it carries the clock of its releases.
 *
 * <p>Some uses of a primitive are a race although the primitive survives them. They are reported as
 * accesses of it, which the detector treats as it treats those of a field.
 */
public final class SyncEvents {
  private SyncEvents() {}

  /** The current thread has seen everything that was released into {@code sync}. */
  public static void acquire(Object sync) {}

  /** Everything the current thread has done replaces what {@code sync} carried. */
  public static void release(Object sync) {}

  /** Everything the current thread has done is added to what {@code sync} carries. */
  public static void releaseMerge(Object sync) {}

  /** As {@link #acquire(Object)}, for a thread that is the current one or parked. */
  public static void acquire(Thread thread, Object sync, int slot) {}

  /** As {@link #release(Object)}, for a thread that is the current one or parked. */
  public static void release(Thread thread, Object sync, int slot) {}

  /**
   * The current thread makes an access that, as Go has it, conflicts with a {@link #write}: a send
   * does with a close, the first add of a wait group with the first wait. A report calls the
   * primitive by this name.
   */
  public static void read(Object primitive, String name) {}

  /** The current thread makes an access that conflicts with a {@link #read} and a write. */
  public static void write(Object primitive, String name) {}

  /** The current thread is about to start {@code child}. */
  public static void fork(Thread child) {}

  /** Until {@link #endIgnore}, accesses of the current thread are not checked. May be nested. */
  public static void beginIgnore() {}

  /** Ends what the last {@link #beginIgnore} began. */
  public static void endIgnore() {}

  /** Whether these methods have been replaced. */
  public static boolean isActive() {
    return false;
  }

  /** The current thread has seen {@code child} end. */
  public static void join(Thread child) {}
}
