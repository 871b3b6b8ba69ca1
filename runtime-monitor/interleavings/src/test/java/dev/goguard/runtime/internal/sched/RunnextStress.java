package dev.goguard.runtime.internal.sched;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** An owner makes two ready, one after the other, and a thief takes what is to run next. */
@JCStressTest
@Outcome(id = "2", expect = ACCEPTABLE, desc = "two made ready, two taken, each once")
@Outcome(expect = FORBIDDEN, desc = "lost, taken twice, or taken without its mark")
@State
public class RunnextStress {
  private final GlobalQueue global = new GlobalQueue();
  private final Processor victim = new Processor(global);
  private final Processor thief = new Processor(global);
  private final Marked first = new Marked();
  private final Marked second = new Marked();

  /** The owner. */
  @Actor
  public void owner() {
    victim.ready(first.queued());
    victim.ready(second.queued());
    Marked.take(victim.poll());
  }

  /** The thief. */
  @Actor
  public void thief() {
    Marked.take(thief.stealNextFrom(victim));
  }

  /** Takes the rest and counts. */
  @Arbiter
  public void look(I_Result r) {
    for (Runnable left = victim.poll(); left != null; left = victim.poll()) {
      left.run();
    }
    r.r1 = (first.wasTakenOnce() ? 1 : 0) + (second.wasTakenOnce() ? 1 : 0);
  }
}
