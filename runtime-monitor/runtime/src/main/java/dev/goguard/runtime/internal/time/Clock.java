package dev.goguard.runtime.internal.time;

import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/**
 * What tells the time and sets alarms.
 *
 * <p>A clock has two readings, as Go's times have: {@link #nanos} only ever grows and orders
 * everything that waits; {@link #now} is the time of day, which may be set.
 */
public interface Clock {
  /** A point of time that never comes. */
  long NEVER = Long.MAX_VALUE;

  /** The monotonic reading: nanoseconds since the clock began, never negative. */
  long nanos();

  /** The time of day. */
  Instant now();

  /** A time that grows as {@link #nanos} does and was that of day when the clock began. */
  Instant steady();

  /**
   * Runs an action once, as soon as {@link #nanos} has reached a point of time.
   *
   * <p>The action runs on a thread of the clock's that all alarms share, so it neither blocks nor
   * calls user code. Setting an alarm does not block either: callers may hold a spin lock.
   */
  Alarm schedule(long when, Runnable action);

  /** Parks the current thread until it is woken or a point of time has come; also for no reason. */
  default void parkUntil(Object blocker, long when) {
    Thread thread = Thread.currentThread();
    Alarm alarm = schedule(when, () -> LockSupport.unpark(thread));
    LockSupport.park(blocker);
    alarm.cancel();
  }

  /** The point of time that comes after so many nanoseconds; at once when they are negative. */
  default long in(long nanos) {
    long now = nanos();
    return nanos > NEVER - now ? NEVER : now + Math.max(0, nanos);
  }
}
