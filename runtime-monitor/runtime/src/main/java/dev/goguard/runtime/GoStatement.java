package dev.goguard.runtime;

import dev.goguard.runtime.internal.goroutine.Goroutine;

/** What a {@code go} statement starts: a body, the treatment of its panic, and what comes last. */
final class GoStatement extends Goroutine {
  private final GoBody body;
  private final Runnable last;

  private GoStatement(GoBody body, Runnable last) {
    this.body = body;
    this.last = last;
  }

  /** Starts a goroutine. The thread is for the caller's eyes only, never for users. */
  static Thread start(GoBody body) {
    return start(body, null);
  }

  /** Starts a goroutine that does something last, even after a panic has been reported. */
  static Thread start(GoBody body, Runnable last) {
    if (body == null) {
      throw new GoFatalError("go of nil func value");
    }
    return new GoStatement(body, last).start();
  }

  @Override
  protected void body() throws Exception {
    body.run();
  }

  @Override
  protected void unrecovered(Throwable panic) {
    GoProgram.exitIfRunning(id(), panic);
    Thread thread = Thread.currentThread();
    // Named only now: a name costs memory in every goroutine and is needed by the handler alone.
    thread.setName("goroutine " + id());
    thread.getUncaughtExceptionHandler().uncaughtException(thread, panic);
  }

  @Override
  protected void end() {
    if (last != null) {
      last.run();
    }
  }
}
