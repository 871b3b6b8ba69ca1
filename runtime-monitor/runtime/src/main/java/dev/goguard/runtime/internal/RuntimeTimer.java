package dev.goguard.runtime.internal;

/**
 * What a timer does between being started and being stopped; times are those of its clock.
 *
 * <p>Starting happens before what the timer does.
 */
public interface RuntimeTimer {
  /** Starts, or starts over, to be due after so many nanoseconds; false when it was not running. */
  boolean start(long nanos, long period);

  /** Stops; false when it was not running, that is, has done all there was to do. */
  boolean stop();
}
