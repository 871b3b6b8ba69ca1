package dev.goguard.runtime.internal;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;

/**
 * One execution of a select, after Go's {@code selectgo}.
 *
 * <p>With all channels locked, in the order of their ids, the cases are tried in random order. If
 * none is ready, one waiter per case is queued and the goroutine parks. All waiters share one wait:
 * the first to decide it, a partner, a timeout or an interrupt, wins, and the others are taken out.
 */
public final class Selection {
  /** The index of the default case. */
  public static final int DEFAULT = -1;

  private static final Object GAVE_UP = new Object();

  private final Clause[] clauses;
  private final Hchan[] channels;
  private Object result;

  /** Prepares to select among the clauses, of which some may be null, never to be ready. */
  public Selection(Clause[] clauses, Hchan[] channels) {
    this.clauses = clauses;
    this.channels = channels;
  }

  /** The distinct channels of the clauses in the order in which they are to be locked. */
  public static Hchan[] lockOrder(Clause[] clauses) {
    return Arrays.stream(clauses)
        .filter(Objects::nonNull)
        .map(Clause::channel)
        .filter(Objects::nonNull)
        .distinct()
        .sorted(Comparator.comparingLong(Hchan::id))
        .toArray(Hchan[]::new);
  }

  /** The element received or sent by the chosen case, or {@link Hchan#CLOSED}. */
  public Object result() {
    return result;
  }

  /** Chooses among the cases that are ready now; {@link #DEFAULT} when none is. */
  public int selectNow() {
    lockAll();
    try {
      return tryAllLocked();
    } finally {
      unlockAll();
    }
  }

  /** Waits until a case is chosen. On interrupt the flag is still set. */
  public int select() throws InterruptedException {
    final int timeout = earliestTimeout();
    final long deadline = timeout == DEFAULT ? 0 : System.nanoTime() + clauses[timeout].nanos();
    Wait wait;
    Waiter[] waiters;
    lockAll();
    try {
      int chosen = tryAllLocked();
      if (chosen != DEFAULT) {
        return chosen;
      }
      wait = new Wait(clauses.length == 0 ? WaitReason.SELECT_NO_CASES : WaitReason.SELECT);
      waiters = enqueueAllLocked(wait);
    } finally {
      unlockAll();
    }
    boolean decided = timeout == DEFAULT ? wait.await() : wait.awaitUntil(deadline);
    return decided ? won(wait, waiters) : giveUp(wait, waiters, timeout);
  }

  private int giveUp(Wait wait, Waiter[] waiters, int timeout) throws InterruptedException {
    if (!wait.decide(GAVE_UP)) {
      wait.awaitUninterruptibly();
      return won(wait, waiters);
    }
    takeOutAllBut(null, waiters);
    if (Thread.currentThread().isInterrupted()) {
      throw new InterruptedException();
    }
    return timeout;
  }

  private int won(Wait wait, Waiter[] waiters) {
    Waiter winner = (Waiter) wait.decision();
    takeOutAllBut(winner, waiters);
    Clause clause = clauses[winner.index()];
    result = clause.sends() ? winner.value() : clause.channel().received(winner);
    return winner.index();
  }

  private int earliestTimeout() {
    int earliest = DEFAULT;
    for (int i = 0; i < clauses.length; i++) {
      if (clauses[i] != null && clauses[i].isTimeout()) {
        if (earliest == DEFAULT || clauses[i].nanos() < clauses[earliest].nanos()) {
          earliest = i;
        }
      }
    }
    return earliest;
  }

  private int tryAllLocked() {
    for (int i : randomOrder()) {
      if (clauses[i] != null && tryOneLocked(clauses[i])) {
        return i;
      }
    }
    return DEFAULT;
  }

  private boolean tryOneLocked(Clause clause) {
    if (clause.isTimeout()) {
      return clause.nanos() == 0;
    }
    result = clause.tryLocked();
    return result != Hchan.WOULD_BLOCK;
  }

  /** A uniformly random permutation of the indices, so the first ready one is a uniform choice. */
  private int[] randomOrder() {
    int[] order = new int[clauses.length];
    ThreadLocalRandom random = ThreadLocalRandom.current();
    for (int i = 1; i < order.length; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }

  private Waiter[] enqueueAllLocked(Wait wait) {
    Waiter[] waiters = new Waiter[clauses.length];
    for (int i = 0; i < clauses.length; i++) {
      Clause clause = clauses[i];
      if (clause != null && !clause.isTimeout()) {
        waiters[i] = new Waiter(wait, i, clause.value());
        clause.enqueueLocked(waiters[i]);
      }
    }
    return waiters;
  }

  private void takeOutAllBut(Waiter winner, Waiter[] waiters) {
    for (int i = 0; i < waiters.length; i++) {
      if (waiters[i] != null && waiters[i] != winner) {
        clauses[i].takeOut(waiters[i]);
      }
    }
  }

  private void lockAll() {
    for (Hchan channel : channels) {
      channel.lock();
    }
  }

  /** Releases every lock before waking; only the channel of the chosen case has anybody to wake. */
  private void unlockAll() {
    Waiter woken = null;
    for (Hchan channel : channels) {
      Waiter chain = channel.unlockAndTakeWoken();
      woken = chain == null ? woken : chain;
    }
    Waiter.wakeAll(woken);
  }
}
