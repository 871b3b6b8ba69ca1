package dev.goguard.race.detector;

import dev.goguard.race.memory.Memory;

/**
 * The detector's state of each thread.
 *
 * <p>The state lies in {@code Thread.interruptLock}, an {@code Object} that the JDK uses for
 * nothing but {@code synchronized}: any object serves it. So the state is found with two loads, for
 * platform and virtual threads alike, and dies with its thread. It is put there before the thread
 * starts, when nobody can hold that lock yet; a thread that was started before the agent puts it
 * there itself.
 *
 * <p>The thread that is here first is the program's only one: until a second appears, its epoch is
 * zero and so is every cell, nothing is recorded, and every check finds the same epoch. All of it
 * happens before every other thread.
 */
public final class ThreadStates {
  private static final long LOCK = Memory.offset(Thread.class, "interruptLock");
  private static final long STARTING = 0xA24BAED4963EE407L;
  private static final ThreadState FIRST = begin(Thread.currentThread());

  private ThreadStates() {}

  private static ThreadState begin(Thread thread) {
    ThreadState first =
        ThreadState.first(info(thread, platformOrVirtual(thread), 0), ThreadIds.ALL);
    Memory.UNSAFE.putReferenceVolatile(thread, LOCK, first);
    Statistics.started();
    return first;
  }

  /** The state of the current thread. */
  public static ThreadState current() {
    Thread thread = Thread.currentThread();
    Object state = Memory.UNSAFE.getReference(thread, LOCK);
    return state instanceof ThreadState known ? known : adopt(thread);
  }

  /** The state of a thread, or null when the detector has not met it. */
  public static ThreadState of(Thread thread) {
    return Memory.UNSAFE.getReferenceVolatile(thread, LOCK) instanceof ThreadState known
        ? known
        : null;
  }

  /** A thread of which no start was seen: it begins with nothing before it. */
  public static ThreadState adopt(Thread thread) {
    return install(thread, platformOrVirtual(thread), VectorClock.EMPTY, 0);
  }

  private static ThreadInfo.Kind platformOrVirtual(Thread thread) {
    return thread.isVirtual() ? ThreadInfo.Kind.VIRTUAL : ThreadInfo.Kind.PLATFORM;
  }

  /**
   * The current thread is about to start {@code child}: all it did happens before the child. It may
   * be told twice, first by those who know more of the child.
   */
  public static void fork(ThreadState parent, Thread child, boolean goroutine) {
    FIRST.endStartUp();
    if (of(child) == null) {
      ThreadInfo.Kind kind = goroutine ? ThreadInfo.Kind.GOROUTINE : platformOrVirtual(child);
      // Not that of an access: for code out of scope, that may be another call from the same place.
      long starting = parent.context + STARTING + kind.ordinal();
      int creation = parent.contextNumber(starting, 0);
      ThreadState started = install(child, kind, parent.released(), creation);
      started.initialised = parent.initialised;
      started.test = parent.test;
    }
  }

  /** {@code child} has ended: all it did happens before what {@code parent} does next. */
  public static void join(ThreadState parent, Thread child) {
    ThreadState ended = of(child);
    if (ended != null && ended != parent) {
      parent.learn(ended.atEnd());
    }
  }

  /** The current thread has nothing more to do for the program. */
  public static void end(ThreadState thread) {
    thread.end();
    Statistics.ended();
  }

  private static ThreadState install(
      Thread thread, ThreadInfo.Kind kind, VectorClock clock, int creation) {
    FIRST.endStartUp();
    ThreadState state = new ThreadState(info(thread, kind, creation), clock, ThreadIds.ALL);
    Memory.UNSAFE.putReferenceVolatile(thread, LOCK, state);
    Statistics.started();
    return state;
  }

  private static ThreadInfo info(Thread thread, ThreadInfo.Kind kind, int creation) {
    return new ThreadInfo(thread.threadId(), thread.getName(), kind, creation);
  }

  /** Who made the access, or null when that is forgotten. */
  public static ThreadInfo infoOf(long cell) {
    return ThreadIds.ALL.owner(Cell.tid(cell), Cell.clock(cell));
  }
}
