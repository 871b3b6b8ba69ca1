package dev.goguard.race.shadow;

import dev.goguard.race.detector.ThreadState;

/** What is known of each {@code VarHandle} and field updater. */
public final class HandleTable extends WeakTable<HandleTable.Known> {
  private static final HandleTable TABLE = new HandleTable();

  private HandleTable() {}

  static final class Known extends WeakTable.Entry {
    volatile HandleTarget target;

    Known(Object handle, int hash, int part) {
      super(handle, hash, part);
    }
  }

  @Override
  Known create(Object handle, int hash, int part) {
    return new Known(handle, hash, part);
  }

  private static Known of(Object handle) {
    return TABLE.of(handle, hash(handle, 0), 0);
  }

  /** What lies at an offset in objects of a class, or among its static fields. */
  static HandleTarget of(Class<?> type, long offset, boolean isStatic) {
    int part = (int) offset * 2 + (isStatic ? 1 : 0);
    Known known = TABLE.of(type, hash(type, part), part);
    HandleTarget target = known.target;
    if (target == null) {
      known.target = target = UnsafeTarget.find(type, offset, isStatic);
    }
    return target;
  }

  /** A handle was made that accesses {@code target}. */
  public static void put(Object handle, HandleTarget target) {
    of(handle).target = target;
  }

  /** A handle was made that accesses what another one does. */
  public static void putSame(Object handle, Object other) {
    put(handle, target(of(other), other));
  }

  /** The target of a handle; the site mostly meets the one it met before. */
  static HandleTarget at(int site, Object handle, ThreadState thread) {
    if (thread.recall(site) instanceof Known known && known.refersTo(handle)) {
      return known.target;
    }
    Known known = of(handle);
    HandleTarget target = target(known, handle);
    thread.remember(site, known);
    return target;
  }

  /** The target of a handle. */
  static HandleTarget target(Object handle) {
    return target(of(handle), handle);
  }

  private static HandleTarget target(Known known, Object handle) {
    HandleTarget target = known.target;
    if (target == null) {
      known.target = target = HandleTarget.of(handle);
    }
    return target;
  }
}
