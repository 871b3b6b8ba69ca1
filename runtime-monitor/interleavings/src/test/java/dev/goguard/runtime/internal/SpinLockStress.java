package dev.goguard.runtime.internal;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** Sections under the lock exclude each other, and the next one sees what the last one wrote. */
@JCStressTest
@Outcome(id = "2, 2", expect = ACCEPTABLE, desc = "two sections, one after the other")
@Outcome(expect = FORBIDDEN, desc = "sections overlap, or their writes get lost")
@State
public class SpinLockStress extends SpinLock {
  private int first;
  private int second;

  /** One section. */
  @Actor
  public void one() {
    section();
  }

  /** Another one. */
  @Actor
  public void two() {
    section();
  }

  private void section() {
    lock();
    first++;
    second = first;
    unlock();
  }

  /** Looks at both counters. */
  @Arbiter
  public void look(II_Result r) {
    r.r1 = first;
    r.r2 = second;
  }
}
