package dev.goguard.runtime;

import dev.goguard.runtime.internal.SyncEvents;
import dev.goguard.runtime.internal.goroutine.Goroutine;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** The life of a Go program within the JVM: its main goroutine and its death by panic. */
final class GoProgram {
  private static final int PANIC_STATUS = 2;
  private static final AtomicInteger RUNNING = new AtomicInteger();
  private static final ReentrantLock DYING = new ReentrantLock();
  private static boolean reported; // guarded by DYING

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
      die(() -> "fatal error: no goroutines (main called runtime.Goexit) - deadlock!\n");
    }
  }

  /** Ends the JVM, unless no program is running; the first of several panics is reported. */
  static void exitIfRunning(long goroutine, Throwable panic) {
    if (RUNNING.get() > 0) {
      die(() -> PanicReport.of(goroutine, panic));
    }
  }

  /** Whoever comes second waits here until the first report is out, then for the end. */
  private static void die(Supplier<String> report) {
    DYING.lock();
    try {
      if (!reported) {
        reported = true;
        System.err.print(report.get());
        System.err.flush();
      }
    } finally {
      DYING.unlock();
    }
    System.exit(PANIC_STATUS);
  }
}
