package dev.goguard.runtime.internal;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZZ_Result;

/** Of two channels that claim the same select exactly one wins, and the select cannot give up. */
@JCStressTest
@Outcome(id = "true, false, false", expect = ACCEPTABLE, desc = "the first channel")
@Outcome(id = "false, true, false", expect = ACCEPTABLE, desc = "the second channel")
@Outcome(expect = FORBIDDEN, desc = "two have won, or none")
@State
public class ClaimStress {
  private final Wait select = new Wait(WaitReason.SELECT);
  private final Waiter first = new Waiter(select, 0, null);
  private final Waiter second = new Waiter(select, 1, null);

  /** The first channel claims. */
  @Actor
  public void first(ZZZ_Result r) {
    r.r1 = first.claim();
  }

  /** The second channel claims. */
  @Actor
  public void second(ZZZ_Result r) {
    r.r2 = second.claim();
  }

  /** The select gives up, too late. */
  @Arbiter
  public void giveUp(ZZZ_Result r) {
    r.r3 = select.decide(this);
  }
}
