package dev.goguard.race.detector;

import dev.goguard.race.memory.SpinLock;
import java.util.Arrays;

/**
 * Gives the threads ids, which are fewer than the threads of a long run.
 *
 * <p>A thread asks for an id when it first accesses a variable. The cells that an ended thread d
 * left behind still bear its id, so another thread c may go on with d's id and clock only when all
 * that d did happens before what c does: then c's later clocks stand for d's accesses as well, to
 * everyone who learns of them. Whether it does is seen by c's vector clock, which must reach the
 * last clock that d released or accessed anything in. In programs that wait for what they start it
 * does, so ids go round; otherwise a fresh id is taken. An id whose clock has no room is burned.
 *
 * <p>When there are no fresh ids, c takes over the id of some ended d as if it had waited for d's
 * end. This adds an order that the program has not: a race may be missed, none is invented. When
 * all ids belong to live threads, c goes without: its accesses are compared with earlier ones but
 * leave no cell. Both are counted.
 */
final class ThreadIds {
  /** The ids of the program. */
  static final ThreadIds ALL = new ThreadIds(Cell.MAX_TID, Cell.MAX_CLOCK);

  private static final int QUICK = 8;
  private static final int DEEP = 512;
  private static final int OWNERS = 1 << 16;

  final int maxClock;
  private final int maxId;
  private final SpinLock lock = new SpinLock();
  private final FreeIds free = new FreeIds();
  private Owner[] owners = new Owner[64];
  private int fresh = 1;
  private int burned;
  private int unordered;
  private int leftOut;
  private int refused;

  /** Counts the ids given back: without change there is no use in asking again. */
  private volatile int returned;

  ThreadIds(int maxId, int maxClock) {
    this.maxId = maxId;
    this.maxClock = maxClock;
  }

  /** Gives {@code thread} an id if there is one. */
  void assign(ThreadState thread) {
    if (thread.refusedAt == returned + 1) {
      return;
    }
    lock.lock();
    try {
      give(thread);
    } finally {
      lock.unlock();
    }
  }

  private void give(ThreadState thread) {
    if (free.findCovered(thread.clock, QUICK)) {
      reuse(thread, false);
    } else if (fresh <= maxId) {
      take(thread, fresh++, 1, VectorClock.EMPTY);
    } else if (free.size() > 0) {
      boolean covered = searchDeep(thread.clock);
      unordered += covered ? 0 : 1;
      reuse(thread, !covered);
    } else {
      refused += thread.refusedAt == 0 ? 1 : 0;
      thread.refusedAt = returned + 1;
    }
  }

  /** After a search in vain the next ones are left out, as many as it took steps. */
  private boolean searchDeep(VectorClock known) {
    if (leftOut > 0) {
      leftOut--;
      return false;
    }
    boolean covered = free.findCovered(known, DEEP);
    leftOut = covered ? 0 : DEEP;
    return covered;
  }

  private void reuse(ThreadState thread, boolean unknown) {
    FreeIds.Id id = free.remove();
    take(thread, id.tid, id.nextClock, unknown ? id.end : VectorClock.EMPTY);
  }

  private void take(ThreadState thread, int tid, int clock, VectorClock end) {
    if (tid >= owners.length) {
      owners = Arrays.copyOf(owners, tid * 2);
    }
    owners[tid] = new Owner(thread.info, clock, owners[tid]);
    owners[tid].keep(Math.max(2, OWNERS / fresh));
    thread.own(tid, clock, end);
  }

  /** An id is free again, from {@code nextClock} on for whoever knows {@code end}. */
  void giveBack(int tid, int nextClock, VectorClock end) {
    lock.lock();
    try {
      if (nextClock > maxClock) {
        burned++;
      } else {
        free.add(tid, nextClock, end);
        returned++;
      }
    } finally {
      lock.unlock();
    }
  }

  /** Who made an access, or null when that is forgotten. */
  ThreadInfo owner(int tid, int clock) {
    lock.lock();
    try {
      Owner last = tid < owners.length ? owners[tid] : null;
      return last == null ? null : last.at(clock);
    } finally {
      lock.unlock();
    }
  }

  int used() {
    return fresh - 1;
  }

  int burned() {
    return burned;
  }

  int unordered() {
    return unordered;
  }

  int refused() {
    return refused;
  }
}
