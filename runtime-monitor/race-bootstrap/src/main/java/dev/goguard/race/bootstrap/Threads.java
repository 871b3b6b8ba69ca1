package dev.goguard.race.bootstrap;

import dev.goguard.race.detector.Access;
import dev.goguard.race.detector.Speculation;
import dev.goguard.race.detector.ThreadState;
import dev.goguard.race.detector.ThreadStates;
import dev.goguard.race.report.Races;
import dev.goguard.race.shadow.Slots;

/**
 * Hooks of {@link Thread}. JLS 17.4.4: a start is before the thread's first action; its last action
 * is before whatever detects that it has ended; an interrupt is before whatever detects it.
 */
public final class Threads {
  private static final Object ALL = new Object();

  static {
    Access.reportTo(Races.all());
  }

  private Threads() {}

  /** The current thread's state; the first thing an instrumented method asks for. */
  public static ThreadState current() {
    return ThreadStates.current();
  }

  /**
   * A thread that has not been started is about to be. One that hidden code starts for itself
   * begins with nothing before it; that the program has a second thread is true all the same.
   */
  public static void starting(Thread child) {
    ThreadState parent = ThreadStates.current();
    if (parent.hidden == 0) {
      ThreadStates.fork(parent, child, false);
    } else if (ThreadStates.of(child) == null) {
      ThreadStates.adopt(child);
    }
  }

  /** When {@code join} returns; the thread may have timed out. */
  public static void joined(Thread child) {
    stateRead(child.getState(), child);
  }

  /** When {@code isAlive} returns. */
  public static void aliveRead(boolean alive, Thread child) {
    if (!alive) {
      joined(child);
    }
  }

  /** When {@code getState} returns. */
  public static void stateRead(Thread.State state, Thread child) {
    ThreadState reader = ThreadStates.current();
    if (state == Thread.State.TERMINATED && reader.hidden == 0) {
      ThreadStates.join(reader, child);
    }
  }

  /** When the JVM has waited for all threads that it waits for. */
  public static void allEnded() {
    Handovers.acquire(ALL, Slots.END);
  }

  /** Before a thread is interrupted. */
  public static void interrupting(Thread thread) {
    Handovers.release(thread, Slots.INTERRUPT);
  }

  /** After a thread's interrupt status was read. */
  public static void interruptReadWhenTrue(boolean interrupted, Thread thread) {
    if (interrupted) {
      Handovers.acquire(thread, Slots.INTERRUPT);
    }
  }

  /** When an exception leaves what an interrupt can end. */
  public static void woken() {
    Handovers.acquire(Thread.currentThread(), Slots.INTERRUPT);
  }

  /**
   * At the end of a thread, on that thread: no program code runs on it any more. Its id is free for
   * others then; without this call ids are used up. A thread that the detector has not met, as
   * those of the JVM, stays unknown.
   */
  public static void ended() {
    Thread thread = Thread.currentThread();
    ThreadState state = ThreadStates.of(thread);
    if (state == null) {
      return;
    }
    Speculation.end(state);
    if (!thread.isDaemon()) {
      Handovers.release(ALL, Slots.END);
    }
    ThreadStates.end(state);
  }
}
