package dev.goguard.runtime.internal;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** The waiter sees all that its waker wrote before waking it, parked or not yet parked. */
@JCStressTest
@Outcome(id = "1, 42", expect = ACCEPTABLE, desc = "woken, and sees the value")
@Outcome(expect = FORBIDDEN, desc = "woken without the value")
@State
public class WaitStress {
  private volatile Waiter queued;
  private int plain;

  /** Waits. */
  @Actor
  public void waiter(II_Result r) {
    Waiter waiter = new Waiter(WaitReason.CHAN_RECEIVE, null);
    queued = waiter;
    waiter.awaitUninterruptibly();
    r.r1 = (Integer) waiter.value();
    r.r2 = plain;
  }

  /** Wakes. */
  @Actor
  public void waker() {
    Waiter waiter = queued;
    while (waiter == null) {
      Thread.onSpinWait();
      waiter = queued;
    }
    waiter.claim();
    waiter.setValue(1);
    plain = 42;
    Waiter.wakeAll(waiter);
  }
}
