package dev.goguard.runtime.internal;

import dev.goguard.runtime.internal.time.Clock;
import dev.goguard.runtime.internal.time.Clocks;

/**
 * One goroutine's execution of a select, after Go's {@code selectgo}; it may be executed again.
 *
 * <p>At first the cases are looked at without any lock. If some seem ready, one of them is chosen
 * and only its channel is locked. That nothing is ready, or that no case of higher priority is, can
 * only be known with all channels locked, in the order of their ids: an element may move from a
 * channel not yet looked at to one that has been. So if the first look leads to nothing, the same
 * is done under all locks, and if it fails again, one waiter per case is queued and the goroutine
 * parks. All waiters share one wait: the first to decide it, a partner, a timeout or an interrupt,
 * wins, and the others are taken out.
 *
 * <p>To choose, the ready cases are counted and then one is drawn. A case that only seemed ready,
 * since all who were queued had been decided elsewhere, has an empty queue afterwards and is not
 * counted again. So the choice is uniform among those that are ready, and random numbers are drawn
 * only if there are several.
 */
public final class Selection {
  /** The index of the default case. */
  public static final int DEFAULT = -1;

  private static final Object GAVE_UP = new Object();

  private final Clause[] clauses;
  private final LockOrder channels;
  private final boolean prioritized;
  private int length;
  private int locked; // how many of the channels are locked by this goroutine
  private Object result;
  private Parking parking; // null before the first park

  /**
   * Prepares to select among the clauses.
   *
   * @param prioritized whether to choose the first case that is ready; else a random one
   */
  public Selection(Clause[] clauses, LockOrder channels, boolean prioritized) {
    this.clauses = clauses;
    this.length = clauses.length;
    this.channels = channels;
    this.prioritized = prioritized;
  }

  /** Selects among the first so many clauses from now on. */
  public void setLength(int length) {
    this.length = length;
  }

  /** The element received or sent by the chosen case, or {@link Hchan#CLOSED}. */
  public Object result() {
    return result;
  }

  /** Forgets the element. */
  public void clearResult() {
    result = null;
  }

  /** Chooses among the cases that are ready now; {@link #DEFAULT} when none is. */
  public int selectNow() {
    readChannelsOfSends();
    int chosen = tryOneUnlocked();
    if (chosen != DEFAULT) {
      return chosen;
    }
    StackReserve.claim();
    try {
      lockAll();
      return tryAllLocked();
    } finally {
      unlockAll();
    }
  }

  /** Waits until a case is chosen. On interrupt the flag is still set. */
  public int select() throws InterruptedException {
    if (length == 1 && clauses[0].channel() != null) {
      result = clauses[0].await();
      return 0;
    }
    readChannelsOfSends();
    int ready = tryOneUnlocked();
    return ready != DEFAULT ? ready : selectLocked();
  }

  /** A case that sends conflicts with a close also when it is not chosen. */
  private void readChannelsOfSends() {
    for (int i = 0; i < length; i++) {
      if (clauses[i].isSend() && clauses[i].channel() != null) {
        SyncEvents.read(clauses[i].channel(), "channel");
      }
    }
  }

  private int selectLocked() throws InterruptedException {
    final int timeout = earliestTimeout();
    final Clock clock = timeout == DEFAULT ? null : Clocks.current();
    final long deadline = clock == null ? Clock.NEVER : clock.in(clauses[timeout].nanos());
    StackReserve.claim();
    try {
      lockAll();
      int chosen = tryAllLocked();
      if (chosen != DEFAULT) {
        return chosen;
      }
      parking = Parking.again(parking, clauses, length);
      parking.enqueueLocked();
    } finally {
      unlockAll();
    }
    return park(timeout, clock, deadline);
  }

  private int park(int timeout, Clock clock, long deadline) throws InterruptedException {
    Wait wait = parking.await();
    boolean decided;
    try {
      decided = clock == null ? wait.await() : wait.awaitUntil(clock, deadline);
    } catch (Throwable t) {
      wait.decide(GAVE_UP);
      parking.takeOut();
      throw t;
    }
    return decided ? won(wait) : giveUp(wait, timeout);
  }

  private int giveUp(Wait wait, int timeout) throws InterruptedException {
    if (!wait.decide(GAVE_UP)) {
      wait.awaitUninterruptibly();
      return won(wait);
    }
    parking.takeOut();
    if (Thread.currentThread().isInterrupted()) {
      throw new InterruptedException();
    }
    result = null;
    return timeout;
  }

  private int won(Wait wait) {
    Waiter winner = (Waiter) wait.decision();
    int chosen = winner.index();
    Clause clause = clauses[chosen];
    result = clause.isSend() ? winner.value() : clause.channel().received(winner);
    parking.takeOut();
    return chosen;
  }

  private int earliestTimeout() {
    int earliest = DEFAULT;
    for (int i = 0; i < length; i++) {
      if (clauses[i].isTimeout()) {
        if (earliest == DEFAULT || clauses[i].nanos() < clauses[earliest].nanos()) {
          earliest = i;
        }
      }
    }
    return earliest;
  }

  /** Makes one attempt that needs a single lock. */
  private int tryOneUnlocked() {
    int candidate = prioritized ? firstIfReady() : anyReady();
    return candidate != DEFAULT && tryUnderItsLock(clauses[candidate]) ? candidate : DEFAULT;
  }

  private int firstIfReady() {
    return length > 0 && clauses[0].looksReady() ? 0 : DEFAULT;
  }

  private int anyReady() {
    int candidate = DEFAULT;
    int ready = 0;
    for (int i = 0; i < length; i++) {
      // The k-th ready one replaces the candidate with probability 1/k, so each is as likely.
      if (clauses[i].looksReady() && (++ready == 1 || random(ready) == 0)) {
        candidate = i;
      }
    }
    return candidate;
  }

  private boolean tryUnderItsLock(Clause clause) {
    Hchan channel = clause.channel();
    if (channel == null) {
      result = null;
      return true;
    }
    channel.lock();
    try {
      result = clause.tryLocked();
    } finally {
      channel.unlockAndWake();
    }
    return result != Hchan.WOULD_BLOCK;
  }

  private int tryAllLocked() {
    for (int ready = countReady(); ready > 0; ready = countReady()) {
      int i = nthReady(prioritized || ready == 1 ? 0 : random(ready));
      result = clauses[i].isTimeout() ? null : clauses[i].tryLocked();
      if (result != Hchan.WOULD_BLOCK) {
        return i;
      }
    }
    return DEFAULT;
  }

  private int countReady() {
    int ready = 0;
    for (int i = 0; i < length; i++) {
      ready += clauses[i].readyLocked() ? 1 : 0;
    }
    return ready;
  }

  private int nthReady(int n) {
    int i = 0;
    for (int left = n; !clauses[i].readyLocked() || left-- > 0; i++) {}
    return i;
  }

  private static int random(int bound) {
    return Chance.current().below(bound);
  }

  /** Counts as it goes, so that unlocking is exact when the stack overflows half-way. */
  private void lockAll() {
    locked = 0;
    while (locked < channels.size()) {
      channels.get(locked).lock();
      locked++;
    }
  }

  /** Releases every lock before waking; only the channel of the chosen case has anybody to wake. */
  private void unlockAll() {
    Waiter woken = null;
    while (locked > 0) {
      Waiter chain = channels.get(--locked).unlockAndTakeWoken();
      woken = chain == null ? woken : chain;
    }
    Waiter.wakeAll(woken);
  }
}
