package dev.goguard.runtime;

import dev.goguard.runtime.internal.SyncEvents;
import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** The life of a Go program within the JVM: its main goroutine and its death by panic. */
final class GoProgram {
  private static final int PANIC_STATUS = 2;
  private static final AtomicInteger RUNNING = new AtomicInteger();
  private static final AtomicBoolean DYING = new AtomicBoolean();

  private GoProgram() {}

  static void run(GoBody main) {
    RUNNING.incrementAndGet();
    try {
      Thread thread = GoStatement.start(main);
      thread.join();
      SyncEvents.join(thread);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new GoInterruptedException(e);
    } finally {
      RUNNING.decrementAndGet();
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
    StringBuilder text = new StringBuilder(headline(panic));
    text.append("\n\ngoroutine ").append(goroutine).append(" [running]:\n");
    for (StackTraceElement frame : panic.getStackTrace()) {
      text.append("\tat ").append(frame).append('\n');
    }
    out.print(text);
    if (panic.getCause() != null) {
      out.print("Caused by: ");
      panic.getCause().printStackTrace(out);
    }
    out.flush();
  }

  private static String headline(Throwable panic) {
    if (panic instanceof GoFatalError) {
      return "fatal error: " + panic.getMessage();
    }
    return "panic: " + (panic instanceof GoPanic ? panic.getMessage() : panic);
  }
}
