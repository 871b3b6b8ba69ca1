package dev.goguard.runtime;

import dev.goguard.runtime.internal.SyncEvents;

/**
 * Runs one action exactly once: Go's {@code sync.Once}.
 *
 * <p>The end of the action happens before the return of every {@link #run}.
 */
public final class Once {
  private final Mutex mutex = new Mutex();

  /** Written under the mutex; volatile, so that whoever reads true sees what the action did. */
  private volatile boolean done;

  /** Creates an instance whose action has not been run. */
  public Once() {}

  /**
   * Runs the action if no action has been run by this instance; otherwise waits until that one has
   * ended. An action that throws counts as run. An action that calls this method waits for ever.
   *
   * @param action what to do
   */
  public void run(Runnable action) {
    if (!done) {
      runSlowPath(action);
    }
    SyncEvents.acquire(this);
  }

  private void runSlowPath(Runnable action) {
    mutex.lock();
    try {
      if (!done) {
        runFirst(action);
      }
    } finally {
      mutex.unlock();
    }
  }

  private void runFirst(Runnable action) {
    try {
      action.run();
    } finally {
      SyncEvents.release(this);
      done = true;
    }
  }
}
