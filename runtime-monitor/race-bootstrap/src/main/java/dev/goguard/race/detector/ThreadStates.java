package dev.goguard.race.detector;

/**
 * The detector's state of each thread.
 *
 * <p>The state lies in {@code Thread.interruptLock}, an {@code Object} that the JDK uses for
 * nothing but {@code synchronized}: any object serves it. So the state is found with two loads, for
 * platform and virtual threads alike, and dies with its thread. It is put there before the thread
 * starts, when nobody can hold that lock yet; a thread that was started before the agent puts it
 * there itself.
 */
public final class ThreadStates {
  private static final long LOCK = Memory.offset(Thread.class, "interruptLock");
  private static final Object TIDS = new Object();
  private static int lastTid;
  private static final ThreadInfo[] INFOS = new ThreadInfo[Cell.SHARED];

  private ThreadStates() {}

  /** The state of the current thread. */
  public static ThreadState current() {
    Thread thread = Thread.currentThread();
    Object state = Memory.UNSAFE.getReference(thread, LOCK);
    return state instanceof ThreadState known ? known : adopt(thread);
  }

  /** The state of a thread, or null when the detector has not met it. */
  public static ThreadState of(Thread thread) {
    return Memory.UNSAFE.getReference(thread, LOCK) instanceof ThreadState known ? known : null;
  }

  /** A thread of which no start was seen: it begins with nothing before it. */
  private static ThreadState adopt(Thread thread) {
    return install(thread, new VectorClock(), 0);
  }

  /** The current thread is about to start {@code child}: all it did happens before the child. */
  public static void fork(ThreadState parent, Thread child, int creation) {
    install(child, parent.clock.copy(), creation);
    parent.tick();
  }

  /** {@code child} has ended: all it did happens before what {@code parent} does next. */
  public static void join(ThreadState parent, Thread child) {
    ThreadState ended = of(child);
    if (ended != null) {
      parent.clock.join(ended.clock);
    }
  }

  private static ThreadState install(Thread thread, VectorClock clock, int creation) {
    ThreadInfo.Kind kind = thread.isVirtual() ? ThreadInfo.Kind.VIRTUAL : ThreadInfo.Kind.PLATFORM;
    ThreadInfo info = new ThreadInfo(thread.threadId(), thread.getName(), kind, creation);
    ThreadState state = new ThreadState(nextTid(info), info, clock);
    Memory.UNSAFE.putReferenceVolatile(thread, LOCK, state);
    return state;
  }

  private static int nextTid(ThreadInfo info) {
    synchronized (TIDS) {
      INFOS[++lastTid] = info;
      return lastTid;
    }
  }

  /** Who made the access. */
  static ThreadInfo infoOf(long cell) {
    return INFOS[Cell.tid(cell)];
  }
}
