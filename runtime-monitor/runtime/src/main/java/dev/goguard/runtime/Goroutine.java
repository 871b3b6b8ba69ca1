package dev.goguard.runtime;

import dev.goguard.runtime.internal.SyncEvents;
import dev.goguard.runtime.internal.sched.Scheduler;
import java.util.concurrent.atomic.AtomicLong;

/** What a goroutine's thread runs: the body, the treatment of its panic, and what comes last. */
final class Goroutine implements Runnable {
  private static final AtomicLong IDS = new AtomicLong();

  private final long id = IDS.incrementAndGet();
  private final GoBody body;
  private final Runnable last;

  private Goroutine(GoBody body, Runnable last) {
    this.body = body;
    this.last = last;
  }

  /** Starts a goroutine. The thread is for the caller's eyes only, never for users. */
  static Thread start(GoBody body) {
    return start(body, () -> {});
  }

  /** Starts a goroutine that does something last, even after a panic has been reported. */
  static Thread start(GoBody body, Runnable last) {
    if (body == null) {
      throw new GoFatalError("go of nil func value");
    }
    Thread thread = Scheduler.current().newThread(new Goroutine(body, last));
    SyncEvents.fork(thread);
    thread.start();
    return thread;
  }

  @Override
  public void run() {
    try {
      body.run();
    } catch (Throwable panic) {
      unrecovered(panic);
    } finally {
      last.run();
    }
  }

  private void unrecovered(Throwable panic) {
    GoProgram.exitIfRunning(id, panic);
    Thread thread = Thread.currentThread();
    // Named only now: a name costs memory in every goroutine and is needed by the handler alone.
    thread.setName("goroutine " + id);
    thread.getUncaughtExceptionHandler().uncaughtException(thread, panic);
  }
}
