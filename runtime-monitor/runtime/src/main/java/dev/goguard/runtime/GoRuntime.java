package dev.goguard.runtime;

import dev.goguard.runtime.internal.goroutine.Goexit;
import dev.goguard.runtime.internal.goroutine.Goroutine;
import dev.goguard.runtime.internal.goroutine.GoroutineDump;
import dev.goguard.runtime.internal.goroutine.GoroutineState;
import dev.goguard.runtime.internal.goroutine.Json;
import dev.goguard.runtime.internal.goroutine.OsThread;
import dev.goguard.runtime.internal.sched.SchedTrace;
import dev.goguard.runtime.internal.sched.Scheduler;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * What Go's package {@code runtime} offers to programs: yielding, ending and counting goroutines,
 * the size of the scheduler, labels and stack dumps.
 *
 * <p>None of these operations creates a happens-before edge. All may be called by any thread,
 * goroutine or not, unless they say otherwise. The reference is <a
 * href="https://pkg.go.dev/runtime">package runtime</a> of Go 1.27.
 */
public final class GoRuntime {
  private GoRuntime() {}

  /**
   * Lets other goroutines run; the current one stays runnable.
   *
   * <p>On the JDK's scheduler a carrier takes from other queues only when its own is empty. There
   * goroutines that keep yielding, or talking to each other, on every carrier starve the others for
   * good: sleepers, timers, and goroutines started or woken by other threads. Plain virtual threads
   * do the same. The gmp scheduler looks at all queues from time to time.
   */
  public static void gosched() {
    Thread.yield();
  }

  /**
   * Ends the current goroutine. Its {@code finally} blocks and deferred calls run; no other
   * goroutine is affected. It is not a panic: nothing recovers it and nothing is reported.
   *
   * <p>When the main goroutine of {@link Go#run} calls it, the program goes on without it. Once the
   * last other goroutine has ended, the program dies with {@code fatal error: no goroutines (main
   * called runtime.Goexit) - deadlock!} and status 2.
   *
   * <p>It works by an {@link Error} of a type of its own. A body that catches every
   * {@link Throwable} stops it and goes on.
   *
   * @return never; the type allows {@code throw GoRuntime.goexit()} where the compiler wants to see
   *     that control does not go on
   * @throws IllegalStateException when the current thread is not a goroutine
   */
  public static Error goexit() {
    currentGoroutine("goexit");
    throw Goexit.instance();
  }

  /**
   * Returns how many goroutines there are: started and not ended. One that nothing can ever wake
   * counts as long as the JDK tracks virtual threads, which keeps it; with
   * {@code -Djdk.trackAllThreads=false} it is collected and does not count any more. See
   * {@code docs/adr/0011}.
   *
   * @return the number, at some moment during the call
   */
  public static int numGoroutine() {
    return Goroutine.count();
  }

  /**
   * Sets how many goroutines can run at the same time, and returns the previous setting: Go's
   * {@code GOMAXPROCS}.
   *
   * <p>With the JDK's scheduler this is its parallelism, which also limits virtual threads that are
   * not goroutines. With the gmp scheduler a goroutine that has not stopped for 10 ms does not
   * count any more, and the others get its place, so more than this number may be computing.
   *
   * @param n the new setting; below 1 changes nothing
   * @return the previous setting
   * @throws IllegalArgumentException when {@code n} is more than 32767; on the seeded scheduler,
   *     which runs one goroutine at a time, every other number is unsupported instead
   * @throws UnsupportedOperationException when {@code n} is at least 1 and the scheduler or this
   *     JDK cannot change it; the message says what to do
   */
  public static int gomaxprocs(int n) {
    Scheduler scheduler = Scheduler.current();
    int previous = scheduler.gomaxprocs();
    if (n > 0 && n != previous) {
      scheduler.setGomaxprocs(n);
    }
    return previous;
  }

  /**
   * Returns the number of processors the JVM may use.
   *
   * @return at least 1
   */
  public static int numCpu() {
    return Runtime.getRuntime().availableProcessors();
  }

  /**
   * Wires the current goroutine to its OS thread, until as many {@link #unlockOSThread} or the end
   * of the goroutine.
   *
   * <p>A goroutine that {@link Go#goLocked} started, and a thread that is no virtual thread, is
   * wired anyway and the call does nothing. In any other goroutine it pins the virtual thread to
   * its carrier, which then waits together with it; the JDK must have been told to allow that, by
   * {@code --add-exports java.base/jdk.internal.vm=ALL-UNNAMED}, or {@code =dev.goguard.runtime} on
   * the module path. On the JDK's scheduler as many such goroutines that wait as there are
   * processors keep all others from running.
   *
   * @throws UnsupportedOperationException in a virtual thread, when the JDK does not allow it; the
   *     message says what to do
   */
  public static void lockOSThread() {
    OsThread.lock();
  }

  /** Undoes one {@link #lockOSThread} of the current goroutine; without one it does nothing. */
  public static void unlockOSThread() {
    OsThread.unlock();
  }

  /**
   * Returns the labels of the current goroutine.
   *
   * @return the labels in the order of their keys, not modifiable; empty when the current thread is
   *     not a goroutine
   */
  public static Map<String, String> labels() {
    Goroutine current = Goroutine.current();
    return current == null ? Map.of() : current.labels();
  }

  /**
   * Replaces the labels of the current goroutine: Go's {@code pprof.SetGoroutineLabels}. Goroutines
   * that it starts from then on inherit them; dumps show them.
   *
   * @param labels the labels, which are copied
   * @throws IllegalStateException when the current thread is not a goroutine
   * @throws NullPointerException when there are none, or a key or a value is null; the labels are
   *     as they were
   */
  public static void setLabels(Map<String, String> labels) {
    currentGoroutine("setLabels").setLabels(Objects.requireNonNull(labels, "labels"));
  }

  /**
   * Runs a body with labels in addition to the current goroutine's: Go's {@code pprof.Do}. They are
   * taken back when the body ends, also by an exception.
   *
   * @param labels the labels, which win over the current ones
   * @param body what to do, on the current goroutine
   * @throws IllegalStateException when the current thread is not a goroutine
   * @throws NullPointerException when there are none, or a key or a value is null; the body is not
   *     run
   */
  public static void withLabels(Map<String, String> labels, Runnable body) {
    Goroutine current = currentGoroutine("withLabels");
    Map<String, String> outer = current.labels();
    Map<String, String> inner = new HashMap<>(outer);
    inner.putAll(Objects.requireNonNull(labels, "labels"));
    current.setLabels(inner);
    try {
      body.run();
    } finally {
      current.setLabels(outer);
    }
  }

  /**
   * Returns the stack of the current goroutine, or of all, in the form of Go's tracebacks.
   *
   * <p>A goroutine begins with {@code goroutine 7 [chan receive, 2 minutes, locked to thread
   * labels:{"key": "value"}]:} and goes on with its frames, without the runtime's own on top and
   * bottom: the first is the public operation that was called. Its name, if it has one, comes first
   * among the labels, as "name". Its number is that of its thread, but for the main goroutine of
   * {@link Go#run}, which is 1. For goroutines that wait elsewhere than in this runtime the state
   * is Go's word where there is one (running, runnable, sleep, IO wait), else the method of the JDK
   * that waits, such as {@code LinkedBlockingQueue.take} or {@code Condition.await}, else
   * {@code park}. Minutes are counted by a sweep that comes by once a minute, so they may be one
   * too few, and for waits in this runtime only. With {@code -Dgoguard.debug=true} a line
   * {@code created by … in goroutine N} follows the frames.
   *
   * <p>Nothing is stopped: the goroutines of one dump are seen one after the other. It costs some
   * microseconds per goroutine.
   *
   * @param all whether all goroutines are wanted; the current one is the first
   * @return the text; empty when only the current one is wanted and there is none
   */
  public static String stack(boolean all) {
    return GoroutineDump.traceback(states(all));
  }

  /**
   * As {@link #stack}, as a JSON array of objects with the members goroutine, name, state, minutes,
   * lockedToThread, labels, frames (class, method, file, line) and, in debug mode, createdBy.
   *
   * @param all whether all goroutines are wanted; the current one is the first
   * @return the text
   */
  public static String stackJson(boolean all) {
    return Json.of(states(all));
  }

  /**
   * Returns the goroutines counted by stack and state, the most frequent first: Go's goroutine
   * profile.
   *
   * @return the text
   */
  public static String goroutineProfile() {
    return GoroutineDump.profile(states(true));
  }

  /**
   * Prints a line about the scheduler on {@link System#err} once per period, as Go does with
   * {@code GODEBUG=schedtrace}. The system property {@code goguard.schedtrace}, in milliseconds,
   * has it begin with the first goroutine; a value that is no number of milliseconds keeps
   * goroutines from starting, with a message that says so.
   *
   * <pre>
   * SCHED 1004ms: gomaxprocs=2 idleprocs=0 threads=5 spinningthreads=0 needspinning=0 idlethreads=3 runqueue=0 [ 0 0 ]
   * </pre>
   *
   * <p>What the scheduler does not tell is left out. That of the JDK tells no spinning threads and
   * one number for all its queues; before JDK 24, or without the module {@code jdk.management}, its
   * size alone. With the gmp scheduler the brackets hold a number per place; what is queued at
   * processors that have lost theirs counts in {@code runqueue}.
   *
   * @param period the time between two lines; zero or less stops the printing
   */
  public static void schedtrace(Duration period) {
    SchedTrace.every(TimeUnit.NANOSECONDS.convert(period), System.err);
  }

  private static List<GoroutineState> states(boolean all) {
    return all ? GoroutineState.all() : GoroutineState.current();
  }

  private static Goroutine currentGoroutine(String operation) {
    Goroutine current = Goroutine.current();
    if (current == null) {
      throw new IllegalStateException(operation + ": the current thread is not a goroutine");
    }
    return current;
  }
}
