package dev.goguard.runtime.internal;

import dev.goguard.runtime.internal.time.Alarm;
import dev.goguard.runtime.internal.time.Clock;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

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
  private static final long STOPPED = -1;
  private static final VarHandle WHEN;

  static {
    try {
      WHEN = MethodHandles.lookup().findVarHandle(TimerChan.class, "when", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final Clock clock;

  // guarded by this lock, but see looksEmpty
  private long when = STOPPED;
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
      final boolean wasRunning = when != STOPPED;
      SyncEvents.release(Thread.currentThread(), this, SLOT);
      setWhen(clock.in(nanos));
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
      boolean wasRunning = when != STOPPED;
      setWhen(STOPPED);
      setAlarmLocked();
      return wasRunning;
    } finally {
      unlock();
    }
  }

  /** Takes the tick that is due, if one is. */
  @Override
  Object nothingLocked() {
    long late = lateLocked();
    if (late < 0) {
      return WOULD_BLOCK;
    }
    moveOn(late);
    SyncEvents.acquire(Thread.currentThread(), this, SLOT);
    return tick(late);
  }

  /** Whether no tick was due at the moment when the time of the next one was read. */
  @Override
  boolean looksEmpty() {
    // Acquire, so that the clock is read afterwards: if the tick is not due then, it was not due
    // before. The other way round the timer could be reset in between, and its tick be overlooked.
    long next = (long) WHEN.getAcquire(this);
    return next == STOPPED || clock.nanos() < next;
  }

  @Override
  boolean hasElementLocked() {
    return lateLocked() >= 0;
  }

  private long lateLocked() {
    return when == STOPPED ? -1 : clock.nanos() - when;
  }

  private void setWhen(long next) {
    // Opaque: read without the lock for its value alone, which must be whole.
    WHEN.setOpaque(this, next);
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
    if (when != STOPPED && isAwaitedLocked()) {
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
      long late = lateLocked();
      if (late >= 0) {
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
      setWhen(STOPPED);
      return;
    }
    long skip = late - late % period + period;
    setWhen(skip > Clock.NEVER - when ? Clock.NEVER : when + skip);
  }

  /** The time of day at which the tick was due. */
  private Object tick(long late) {
    return clock.now().minusNanos(late);
  }
}
