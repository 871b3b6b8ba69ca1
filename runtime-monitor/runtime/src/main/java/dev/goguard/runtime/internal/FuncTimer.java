package dev.goguard.runtime.internal;

import dev.goguard.runtime.internal.time.Alarm;
import dev.goguard.runtime.internal.time.Clock;

/** A timer that runs an action, which neither blocks nor calls user code. */
public final class FuncTimer implements RuntimeTimer {
  private final SpinLock lock = new SpinLock();
  private final Clock clock;
  private final Runnable action;
  private Alarm alarm; // the last one set; guarded by lock

  /** Creates a timer that does not run yet. */
  public FuncTimer(Clock clock, Runnable action) {
    this.clock = clock;
    this.action = action;
  }

  @Override
  public boolean start(long nanos, long period) {
    lock.lock();
    try {
      boolean wasRunning = cancelLocked();
      SyncEvents.release(this);
      alarm = clock.schedule(clock.in(nanos), action);
      return wasRunning;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public boolean stop() {
    lock.lock();
    try {
      return cancelLocked();
    } finally {
      lock.unlock();
    }
  }

  private boolean cancelLocked() {
    return alarm != null && alarm.cancel();
  }

  /** The current thread is what the action has started. */
  public void acquireStart() {
    SyncEvents.acquire(this);
  }
}
