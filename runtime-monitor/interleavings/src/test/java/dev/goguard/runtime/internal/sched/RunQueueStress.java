package dev.goguard.runtime.internal.sched;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** An owner that pushes and takes, and a thief: each is taken once, by one who sees its mark. */
@JCStressTest
@Outcome(id = "4", expect = ACCEPTABLE, desc = "four pushed, four taken, each once")
@Outcome(expect = FORBIDDEN, desc = "lost, taken twice, or taken without its mark")
@State
public class RunQueueStress {
  private final RunQueue queue = new RunQueue();
  private final Marked[] goroutines = {new Marked(), new Marked(), new Marked(), new Marked()};

  /** Queues two. */
  public RunQueueStress() {
    queue.push(goroutines[0].queued());
    queue.push(goroutines[1].queued());
  }

  /** The owner. */
  @Actor
  public void owner() {
    queue.push(goroutines[2].queued());
    Marked.take(queue.poll());
    queue.push(goroutines[3].queued());
    Marked.take(queue.poll());
  }

  /** A thief. */
  @Actor
  public void thief() {
    Runnable[] into = new Runnable[4];
    int n = queue.grabHalf(into);
    for (int i = 0; i < n; i++) {
      into[i].run();
    }
  }

  /** Takes the rest and counts. */
  @Arbiter
  public void look(I_Result r) {
    for (Runnable left = queue.poll(); left != null; left = queue.poll()) {
      left.run();
    }
    for (Marked goroutine : goroutines) {
      r.r1 += goroutine.wasTakenOnce() ? 1 : 0;
    }
  }
}
