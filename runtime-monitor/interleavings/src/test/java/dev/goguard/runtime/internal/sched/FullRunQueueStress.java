package dev.goguard.runtime.internal.sched;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** A thief clears the slots it has taken while the owner of the full ring fills one again. */
@JCStressTest
@Outcome(id = "1", expect = ACCEPTABLE, desc = "the new one is taken once")
@Outcome(expect = FORBIDDEN, desc = "the new one was cleared away, or taken twice")
@State
public class FullRunQueueStress {
  private static final Runnable FILLER = () -> {};

  private final RunQueue queue = new RunQueue();
  private final Marked refill = new Marked();

  /** Fills the ring. */
  public FullRunQueueStress() {
    for (int i = 0; i < RunQueue.CAPACITY; i++) {
      queue.push(FILLER);
    }
  }

  /** The owner, who keeps what does not fit. */
  @Actor
  public void owner() {
    if (!queue.push(refill.queued())) {
      refill.run();
    }
  }

  /** A thief. */
  @Actor
  public void thief() {
    queue.grabHalf(new Runnable[RunQueue.CAPACITY / 2]);
  }

  /** Takes the rest and counts. */
  @Arbiter
  public void look(I_Result r) {
    for (Runnable left = queue.poll(); left != null; left = queue.poll()) {
      left.run();
    }
    r.r1 = refill.wasTakenOnce() ? 1 : 0;
  }
}
