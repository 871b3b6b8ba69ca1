package dev.goguard.runtime;

import dev.goguard.runtime.internal.SyncEvents;
import dev.goguard.runtime.internal.goroutine.Frames;
import dev.goguard.runtime.internal.goroutine.Goroutine;
import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** The life of a Go program within the JVM: its main goroutine and its death by panic. */
final class GoProgram {
  private static final int PANIC_STATUS = 2;
  private static final AtomicInteger RUNNING = new AtomicInteger();
  private static final AtomicBoolean DYING = new AtomicBoolean();

  /** How many main goroutines have called goexit and whose {@link #run} still waits. */
  private static final AtomicInteger LEFT_TO_OTHERS = new AtomicInteger();

  private GoProgram() {}

  static void run(GoBody body) {
    boolean first = RUNNING.incrementAndGet() == 1;
    try {
      MainGoroutine main = new MainGoroutine(body, first);
      Thread thread = main.start((String) null);
      thread.join();
      SyncEvents.join(thread);
      if (main.hasExited()) {
        leaveToOthers();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new GoInterruptedException(e);
    } finally {
      RUNNING.decrementAndGet();
    }
  }

  /** Waits for a panic, or for the last goroutine to end, which ends the program. */
  private static void leaveToOthers() throws InterruptedException {
    LEFT_TO_OTHERS.incrementAndGet();
    try {
      goroutineEnded();
      new CountDownLatch(1).await();
    } finally {
      LEFT_TO_OTHERS.decrementAndGet();
    }
  }

  /**
   * Looks whether the last goroutine has ended after main's goexit. The one who counts and the one
   * who ends both look, each after its own write, so one of them sees both.
   */
  static void goroutineEnded() {
    if (LEFT_TO_OTHERS.get() > 0 && Goroutine.count() == 0) {
      if (DYING.compareAndSet(false, true)) {
        print("fatal error: no goroutines (main called runtime.Goexit) - deadlock!\n", System.err);
      }
      System.exit(PANIC_STATUS);
    }
  }

  /** Ends the JVM, unless no program is running; the first of several panics is reported. */
  static void exitIfRunning(long goroutine, Throwable panic) {
    if (RUNNING.get() > 0) {
      if (DYING.compareAndSet(false, true)) {
        report(goroutine, panic, System.err);
      }
      System.exit(PANIC_STATUS);
    }
  }

  private static void report(long goroutine, Throwable panic, PrintStream out) {
    StringBuilder text = new StringBuilder(Panics.headline(panic));
    text.append("\n\ngoroutine ").append(goroutine).append(" [running]:\n");
    for (StackTraceElement frame : Frames.visible(panic.getStackTrace())) {
      text.append("\tat ").append(frame).append('\n');
    }
    print(text, out);
    if (panic.getCause() != null) {
      print("Caused by: ", out);
      panic.getCause().printStackTrace(out);
    }
    out.flush();
  }

  private static void print(CharSequence text, PrintStream out) {
    out.append(text);
    out.flush();
  }
}
