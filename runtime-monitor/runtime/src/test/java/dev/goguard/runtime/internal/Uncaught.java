package dev.goguard.runtime.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * What goroutines and threads have thrown while a test runs; a parameter of those that expect it.
 */
public final class Uncaught implements Thread.UncaughtExceptionHandler {
  private final BlockingQueue<Throwable> thrown = new LinkedBlockingQueue<>();

  @Override
  public void uncaughtException(Thread thread, Throwable panic) {
    thrown.add(panic);
  }

  /** Waits for the next one, which then does not fail the test. */
  public Throwable take() throws InterruptedException {
    return thrown.take();
  }

  /** Throws unless everything has been taken. */
  void check() {
    List<Throwable> rest = new ArrayList<>();
    thrown.drainTo(rest);
    if (!rest.isEmpty()) {
      AssertionError error =
          new AssertionError("uncaught in a goroutine or thread: " + rest.get(0), rest.remove(0));
      rest.forEach(error::addSuppressed);
      throw error;
    }
  }
}
