package dev.goguard.race.detector;

import dev.goguard.race.memory.Memory;

/**
 * The slow path of an access: FastTrack's rules, and the report when they are broken.
 *
 * <p>Fields are given by their number ({@link Variable#register}) with the object, null for static
 * ones, and the class that declares them.
 */
public final class Access {
  private static volatile RaceListener listener;

  private Access() {}

  /** Sends all races to {@code races} from now on. */
  public static void reportTo(RaceListener races) {
    listener = races;
  }

  /** The current thread reads a field, for the first time in its epoch. */
  public static void read(
      Object object, Class<?> declaring, int field, ThreadState thread, long context, int site) {
    if (thread.speculation != null) {
      thread.speculation.read(object, declaring, field, thread, context, site);
    } else if (isWatched(thread)) {
      Variable at = Variable.of(field).in(declaring);
      FastTrack.read(at.base(object), at.reads(), at.writes(), thread, context, site);
      report(thread, at);
    }
  }

  /** The current thread has read a field, perhaps in an earlier epoch, after a known write. */
  static void readBefore(
      Object object, Class<?> declaring, int field, ThreadState thread, long access, long written) {
    Variable at = Variable.of(field).in(declaring);
    FastTrack.readBefore(at.base(object), at.reads(), thread, access, written);
    report(thread, at);
  }

  /** The last write of a field, or 0. */
  static long lastWrite(Object object, Class<?> declaring, int field) {
    Variable at = Variable.of(field).in(declaring);
    return Memory.UNSAFE.getLongVolatile(at.base(object), at.writes());
  }

  /** The current thread writes a field, for the first time in its epoch. */
  public static void write(
      Object object, Class<?> declaring, int field, ThreadState thread, long context, int site) {
    if (isWatched(thread)) {
      Variable at = Variable.of(field).in(declaring);
      FastTrack.write(at.base(object), at.reads(), at.writes(), thread, context, site);
      report(thread, at);
    }
  }

  /** The cell of a write that nobody else can make yet; 0 when it cannot be recorded. */
  public static long cell(ThreadState thread, long context, int site) {
    if (!isWatched(thread)) {
      return 0;
    }
    long access = thread.access(Cell.WRITE, context, site);
    return Cell.isRecorded(access) ? access : 0;
  }

  /** The current thread reads a field atomically: this races with plain writes only. */
  public static void atomicRead(
      Object object, Class<?> declaring, int field, ThreadState thread, long context, int site) {
    atomic(object, declaring, field, thread, Cell.ATOMIC_READ, context, site);
  }

  /** The current thread writes a field atomically: this races with plain accesses only. */
  public static void atomicWrite(
      Object object, Class<?> declaring, int field, ThreadState thread, long context, int site) {
    atomic(object, declaring, field, thread, Cell.ATOMIC_WRITE, context, site);
  }

  private static void atomic(
      Object object,
      Class<?> declaring,
      int field,
      ThreadState thread,
      int kind,
      long context,
      int site) {
    if (isWatched(thread)) {
      Variable at = Variable.of(field).in(declaring);
      FastTrack.atomic(at.base(object), at.reads(), at.writes(), thread, kind, context, site);
      report(thread, at);
    }
  }

  /**
   * Whether accesses of a thread are recorded now. A zero epoch got here when another thread has
   * just ended the start-up: this one finishes what it had begun before.
   */
  public static boolean isWatched(ThreadState thread) {
    return thread.ignored == 0 && thread.epoch != 0;
  }

  private static void report(ThreadState thread, Variable variable) {
    if (!thread.races.isEmpty()) {
      report(thread, variable.name());
    }
  }

  /** Tells one race of an access that the thread makes. */
  public static void report(ThreadState thread, String variable, long access, long earlier) {
    thread.races.add(access, earlier);
    report(thread, variable);
  }

  /** Tells the races that an access has left in the thread's buffer, and empties it. */
  static void report(ThreadState thread, String variable) {
    RaceListener to = listener;
    RaceBuffer races = thread.races;
    thread.ignored++;
    thread.hidden++;
    try {
      for (int i = 0; to != null && i < races.size(); i++) {
        to.found(variable, races.access(), races.earlier(i));
      }
    } finally {
      races.clear();
      thread.hidden--;
      thread.ignored--;
    }
  }
}
