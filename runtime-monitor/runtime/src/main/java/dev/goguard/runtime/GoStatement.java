package dev.goguard.runtime;

import dev.goguard.runtime.internal.goroutine.Goroutine;

/** What a {@code go} statement starts: a body, the treatment of its panic, and what comes last. */
class GoStatement extends Goroutine {
  private final GoBody body;
  private final Runnable last;

  GoStatement(GoBody body, Runnable last) {
    if (body == null) {
      throw new GoFatalError("go of nil func value");
    }
    this.body = body;
    this.last = last;
  }

  /** Starts a goroutine. The thread is for the caller's eyes only, never for users. */
  static Thread start(GoBody body) {
    return start(body, null);
  }

  /** Starts a goroutine that does something last, even after a panic has been reported. */
  static Thread start(GoBody body, Runnable last) {
    return new GoStatement(body, last).start((String) null);
  }

  @Override
  protected final void body() throws Exception {
    body.run();
  }

  @Override
  protected final void unrecovered(Throwable panic) {
    GoProgram.exitIfRunning(number(), panic);
    Thread thread = Thread.currentThread();
    // Named only now: a name costs memory in every goroutine and is needed by the handler alone.
    if (thread.getName().isEmpty()) {
      thread.setName("goroutine " + number());
    }
    thread.getUncaughtExceptionHandler().uncaughtException(thread, panic);
  }

  @Override
  protected final void end() {
    if (last != null) {
      last.run();
    }
    GoProgram.goroutineEnded();
  }
}
