package dev.goguard.race.bootstrap;

import dev.goguard.race.detector.SyncClock;
import dev.goguard.race.detector.ThreadState;
import dev.goguard.race.memory.SpinLock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Hooks of class initialisation: what a class initialiser does happens before every use of the
 * class that initialised it or waited for that (JLS 12.4.2).
 *
 * <p>After its initialisation a class changes its clock no more, so a thread needs it once. Which
 * classes a thread has used is a bit for each class, inherited by the threads that it starts, for
 * they begin with all it knew. A bit stands for a class as one class loader sees it; when two
 * loaders define classes of one name, their clocks are one, but the bits are not: a class that is
 * initialised later is met by a bit not set.
 */
public final class ClassInits {
  private static final Map<String, Initialisers> BY_NAME = new HashMap<>();
  private static final SpinLock LOCK = new SpinLock();
  private static Initialisers[] numbered = new Initialisers[256];
  private static int count;

  private ClassInits() {}

  /** The initialisers of all classes of one name that have ended so far. */
  private static final class Initialisers {
    final SyncClock clock = new SyncClock();
    boolean ended;
  }

  /** A number, for bytecode, of a class as a class loader sees it. */
  public static int number(String name) {
    Initialisers fresh = new Initialisers();
    LOCK.lock();
    try {
      Initialisers known = BY_NAME.putIfAbsent(name, fresh);
      return add(known == null ? fresh : known);
    } finally {
      LOCK.unlock();
    }
  }

  private static int add(Initialisers known) {
    if (count == numbered.length) {
      numbered = Arrays.copyOf(numbered, count * 2);
    }
    numbered[count] = known;
    return count++;
  }

  /** At the end of a class initialiser. */
  public static void ended(ThreadState thread, int number) {
    LOCK.lock();
    try {
      Initialisers initialisers = numbered[number];
      initialisers.clock.releaseMerge(thread);
      initialisers.ended = true;
    } finally {
      LOCK.unlock();
    }
  }

  /** When a class is being used, and therefore is initialised or being so by this thread. */
  public static void used(ThreadState thread, int number) {
    long[] seen = thread.initialised;
    int word = number >>> 6;
    if (word >= seen.length || (seen[word] >>> number & 1) == 0) {
      acquire(thread, number);
    }
  }

  /**
   * The lock does not order the threads that use classes, only us: their order is the clock's. A
   * class that is not ended is being initialised by this thread, which will need no clock then; the
   * bit stays clear, for the class of that name that ends first may be another one.
   */
  private static void acquire(ThreadState thread, int number) {
    LOCK.lock();
    try {
      acquireLocked(thread, number);
    } finally {
      LOCK.unlock();
    }
  }

  private static void acquireLocked(ThreadState thread, int number) {
    Initialisers used = numbered[number];
    if (used.ended) {
      used.clock.acquire(thread);
      int length = Math.max(thread.initialised.length, (number >>> 6) + 1);
      long[] seen = Arrays.copyOf(thread.initialised, length);
      seen[number >>> 6] |= 1L << number;
      thread.initialised = seen;
    }
  }
}
