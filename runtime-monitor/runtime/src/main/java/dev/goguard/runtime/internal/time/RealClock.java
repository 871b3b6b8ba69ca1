package dev.goguard.runtime.internal.time;

import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/** The clock of the machine. */
final class RealClock implements Clock {
  static final Clock INSTANCE = new RealClock();

  private static final long ORIGIN = System.nanoTime();
  private static final Instant BEGAN = Instant.now();

  private RealClock() {}

  @Override
  public long nanos() {
    return System.nanoTime() - ORIGIN;
  }

  @Override
  public Instant now() {
    return Instant.now();
  }

  @Override
  public Instant steady() {
    return BEGAN.plusNanos(nanos());
  }

  @Override
  public void parkUntil(Object blocker, long when) {
    long left = when - nanos();
    if (left > 0) {
      LockSupport.parkNanos(blocker, left); // the JDK's own alarms cost less
    }
  }

  @Override
  public Alarm schedule(long when, Runnable action) {
    return Alarms.THREAD.schedule(when, action);
  }

  /** Started by the first alarm. */
  private static final class Alarms {
    static final AlarmThread THREAD = AlarmThread.start(INSTANCE);
  }
}
