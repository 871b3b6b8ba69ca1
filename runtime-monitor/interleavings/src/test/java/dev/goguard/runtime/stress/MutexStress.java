package dev.goguard.runtime.stress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.goguard.runtime.Mutex;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IZ_Result;

/** The mutex's state word: one locks, one tries before, and the mutex is free in the end. */
@JCStressTest
@Outcome(id = "2, true", expect = ACCEPTABLE, desc = "two sections, one after the other")
@Outcome(expect = FORBIDDEN, desc = "sections overlap, or the mutex stays locked")
@State
public class MutexStress {
  private final Mutex mutex = new Mutex();
  private int count;

  /** Locks. */
  @Actor
  public void locks() {
    mutex.lock();
    count++;
    mutex.unlock();
  }

  /** Tries, and then locks. */
  @Actor
  public void tries() {
    if (!mutex.tryLock()) {
      mutex.lock();
    }
    count++;
    mutex.unlock();
  }

  /** Looks. */
  @Arbiter
  public void look(IZ_Result r) {
    r.r1 = count;
    r.r2 = mutex.tryLock();
  }
}
