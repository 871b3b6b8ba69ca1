package dev.goguard.runtime.internal;

import dev.goguard.runtime.internal.time.Alarm;
import dev.goguard.runtime.internal.time.Clock;

/**
 * The channel of a timer or ticker, whose ticks are made when they are received.
 *
 * <p>The channel has no buffer, and nothing is ever sent into it. A receiver that finds a tick due
 * takes it by moving the timer on, under the channel's lock; one that finds none queues. So a tick
 * that nobody has received is nothing but a time in the past: stopping or resetting the timer,
 * under the same lock, leaves no stale value anywhere, and a slow receiver of a ticker misses ticks
 * because moving on skips all that are due.
 *
 * <p>An alarm is set only while somebody is queued. The clock therefore knows no timer that is not
 * waited for, and a timer that nobody refers to is garbage, whether or not it was stopped: Go's
 * scheme since 1.23.
 */
public final class TimerChan extends Hchan implements RuntimeTimer {
  private static final int SLOT = 0;

  private final Clock clock;

  // guarded by this lock
  private boolean running;
  private long when;
  private long period; // 0 for a timer, which ticks once
  private Alarm alarm; // not null while one is set, or has just gone off

  /** Creates the channel of a timer that does not run yet. */
  public TimerChan(Clock clock) {
    super(0);
    this.clock = clock;
  }

  @Override
  public boolean start(long nanos, long newPeriod) {
    lock();
    try {
      final boolean wasRunning = running;
      SyncEvents.release(Thread.currentThread(), this, SLOT);
      running = true;
      when = clock.in(nanos);
      period = newPeriod;
      setAlarmLocked();
      return wasRunning;
    } finally {
      unlock();
    }
  }

  @Override
  public boolean stop() {
    lock();
    try {
      boolean wasRunning = running;
      running = false;
      setAlarmLocked();
      return wasRunning;
    } finally {
      unlock();
    }
  }

  /** Takes the tick that is due, if one is. */
  @Override
  Object nothingLocked() {
    if (!running) {
      return WOULD_BLOCK;
    }
    long late = clock.nanos() - when;
    if (late < 0) {
      return WOULD_BLOCK;
    }
    moveOn(late);
    SyncEvents.acquire(Thread.currentThread(), this, SLOT);
    return tick(late);
  }

  /** Never certain without the lock: the next tick is in no buffer. */
  @Override
  boolean looksEmpty() {
    return false;
  }

  @Override
  boolean hasElementLocked() {
    return running && clock.nanos() - when >= 0;
  }

  @Override
  void awaitedLocked() {
    if (alarm == null) {
      setAlarmLocked();
    }
  }

  @Override
  void desertedLocked() {
    if (!isAwaitedLocked()) {
      setAlarmLocked();
    }
  }

  /** Replaces the alarm by one for the next tick, or by none when nobody waits for it. */
  private void setAlarmLocked() {
    if (alarm != null) {
      alarm.cancel();
      alarm = null;
    }
    if (running && isAwaitedLocked()) {
      // At most this unparks a platform thread, which no virtual thread's turn depends on.
      alarm = clock.schedule(when, this::goOff);
    }
  }

  /**
   * An alarm has gone off. It may have been replaced meanwhile, and the tick may have been taken by
   * a receiver that came just before it, so all is looked at anew.
   */
  private void goOff() {
    lock();
    try {
      long late = clock.nanos() - when;
      if (running && late >= 0) {
        give(late);
      }
      setAlarmLocked();
    } finally {
      unlockAndWake();
    }
  }

  private void give(long late) {
    Waiter receiver = giveLocked(tick(late));
    if (receiver != null) {
      moveOn(late);
      SyncEvents.acquire(receiver.thread(), this, SLOT);
    }
  }

  private void moveOn(long late) {
    if (period == 0) {
      running = false;
      return;
    }
    long skip = late - late % period + period;
    when = skip > Clock.NEVER - when ? Clock.NEVER : when + skip;
  }

  /** The time of day at which the tick was due. */
  private Object tick(long late) {
    return clock.now().minusNanos(late);
  }
}
