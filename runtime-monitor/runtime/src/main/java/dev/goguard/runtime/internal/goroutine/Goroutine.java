package dev.goguard.runtime.internal.goroutine;

import dev.goguard.runtime.internal.SyncEvents;
import dev.goguard.runtime.internal.sched.Scheduler;
import java.util.concurrent.atomic.AtomicLong;

/** A goroutine: its number, and what its thread runs. */
public abstract class Goroutine implements Runnable {
  private static final AtomicLong IDS = new AtomicLong();

  private final long id = IDS.incrementAndGet();

  /** Creates a goroutine, to be started once. */
  protected Goroutine() {}

  /** The number in dumps and panics. */
  public final long id() {
    return id;
  }

  /** What the goroutine is for. */
  protected abstract void body() throws Exception;

  /** Treats what the body has thrown. */
  protected abstract void unrecovered(Throwable panic);

  /** What is done last, even after a panic. */
  protected abstract void end();

  /** Starts the goroutine. The thread is for the caller's eyes only, never for users. */
  public final Thread start() {
    Thread thread = newThread();
    SyncEvents.fork(thread);
    thread.start();
    return thread;
  }

  /** The one place where threads of goroutines come from. */
  private Thread newThread() {
    return Scheduler.current().newThread(this);
  }

  @Override
  public final void run() {
    try {
      body();
    } catch (Throwable panic) {
      unrecovered(panic);
    } finally {
      end();
    }
  }
}
