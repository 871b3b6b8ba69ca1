package dev.goguard.race.shadow;

import dev.goguard.race.detector.SyncClock;
import dev.goguard.race.detector.TentativeRelease;
import dev.goguard.race.detector.ThreadState;
import dev.goguard.race.memory.SpinLock;

/**
 * Makes an atomic write one step with the release that goes with it.
 *
 * <p>Two things ask for that. A compare-and-set that fails must not release, which is known only
 * afterwards, when another thread may have seen what it wrote: so it releases before, and takes
 * that back ({@link TentativeRelease}). And a release store takes the place of the releases before
 * it; in between, another thread's write must not go in. A read-modify-write never replaces: it
 * continues the release sequence of the store whose value it changes.
 *
 * <p>So writes hold one of some locks, chosen by their clock. Reads do not: they acquire after they
 * have read, and when some release was replaced meanwhile they also acquire what was dropped.
 */
public final class ReleaseOrder {
  private static final int STRIPES = 256;
  private static final ReleaseOrder[] ORDERS = new ReleaseOrder[STRIPES];

  static {
    for (int i = 0; i < STRIPES; i++) {
      ORDERS[i] = new ReleaseOrder();
    }
  }

  private final SpinLock lock = new SpinLock();
  private final SyncClock dropped = new SyncClock();
  private final TentativeRelease tentative = new TentativeRelease();
  private volatile int replaced;

  private ReleaseOrder() {}

  private static ReleaseOrder of(SyncClock clock) {
    return ORDERS[System.identityHashCode(clock) & STRIPES - 1];
  }

  /** Before a read: what {@link #read} asks for. */
  public static int stamp(SyncClock clock) {
    return clock == null ? 0 : of(clock).replaced;
  }

  /** After a read that acquires. */
  public static void read(SyncClock clock, int stamp, ThreadState thread) {
    if (clock != null) {
      clock.acquire(thread);
      ReleaseOrder order = of(clock);
      if (order.replaced != stamp) {
        order.dropped.acquire(thread);
      }
    }
  }

  /** Before a write; after it the lock must be left. */
  static void enter(SyncClock clock) {
    of(clock).lock.lock();
  }

  /** Before a compare-and-set; the lock is held. */
  static void release(SyncClock clock, ThreadState thread) {
    of(clock).tentative.make(clock, thread);
  }

  /** After a compare-and-set that has succeeded; the lock is held. */
  static void keep(SyncClock clock) {
    of(clock).tentative.keep();
  }

  /** The lock is held. */
  static void order(SyncClock clock, int mode, ThreadState thread) {
    if (AccessMode.is(mode, AccessMode.ACQUIRE)) {
      clock.acquire(thread);
    }
    if (AccessMode.is(mode, AccessMode.REPLACE)) {
      of(clock).replace(clock, thread);
    } else if (AccessMode.is(mode, AccessMode.RELEASE)) {
      clock.releaseMerge(thread);
    }
  }

  /** Volatile, and raised between keeping what is dropped and dropping it: see above. */
  @SuppressWarnings("NonAtomicOperationOnVolatileField") // the lock is held
  private void replace(SyncClock clock, ThreadState thread) {
    dropped.addAll(clock);
    replaced++;
    clock.release(thread);
  }

  /** After a write, or when it has thrown; a release that was not kept is taken back. */
  public static void leave(SyncClock clock) {
    if (clock != null) {
      ReleaseOrder order = of(clock);
      order.tentative.takeBack(clock);
      order.lock.unlock();
    }
  }
}
