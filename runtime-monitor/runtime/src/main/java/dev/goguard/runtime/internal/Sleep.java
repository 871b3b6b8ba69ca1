package dev.goguard.runtime.internal;

import dev.goguard.runtime.internal.time.Alarm;
import dev.goguard.runtime.internal.time.Clock;

/** A wait for nothing but the time. */
public final class Sleep extends Wait {
  private static final Object OVER = new Object();

  private Sleep() {
    super(WaitReason.SLEEP);
  }

  /** Sleeps for some time of the clock. On interrupt the flag is still set. */
  public static void sleep(Clock clock, long nanos) throws InterruptedException {
    Sleep sleep = new Sleep();
    Alarm alarm = clock.schedule(clock.in(nanos), sleep::end);
    if (!sleep.await() && sleep.decide(OVER)) {
      alarm.cancel();
      throw new InterruptedException();
    }
    sleep.awaitUninterruptibly();
  }

  private void end() {
    if (decide(OVER)) {
      wake();
    }
  }
}
