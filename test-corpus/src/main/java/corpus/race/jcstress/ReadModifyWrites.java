package corpus.race.jcstress;

import static corpus.race.Sides.threads;
import static corpus.race.Sides.use;
import static corpus.race.jcstress.Cell.FLAG;
import static corpus.race.jcstress.Cell.X;

import corpus.race.Gate;

/** Read-modify-write accesses: what they acquire, what they release, and when. */
final class ReadModifyWrites {
  private ReadModifyWrites() {}

  /** Counting. */
  static void noRaceGetAndAdd() throws Exception {
    Cell c = new Cell();
    threads(() -> use((int) X.getAndAdd(c, 1)), () -> use((int) X.getAndAdd(c, 1)));
  }

  /** A plain increment beside an atomic one. */
  static void racePlainIncrement() throws Exception {
    Cell c = new Cell();
    threads(
        // RACE: x
        () -> use((int) X.getAndAdd(c, 1)),
        // RACE: x
        () -> c.x++);
  }

  /** A plain read beside an atomic increment. */
  static void racePlainRead() throws Exception {
    Cell c = new Cell();
    threads(
        // RACE: x
        () -> use((int) X.getAndAdd(c, 1)),
        // RACE: x
        () -> use(c.x));
  }

  /** A plain read beside a compare-and-set that fails: two reads. */
  static void noRaceFailedCompareAndSet() throws Exception {
    Cell c = new Cell();
    threads(() -> use(X.compareAndSet(c, 5, 6)), () -> use(c.x));
  }

  /** A lock: compare-and-set takes it, a volatile write gives it back. */
  static void noRaceSpinLock() throws Exception {
    Cell c = new Cell();
    threads(() -> spinLocked(c), () -> spinLocked(c));
  }

  private static void spinLocked(Cell c) {
    while (!FLAG.compareAndSet(c, 0, 1)) {
      Thread.yield();
    }
    c.data++;
    FLAG.setVolatile(c, 0);
  }

  /** A lock that is no stronger than it must be. */
  static void noRaceAcquireReleaseLock() throws Exception {
    Cell c = new Cell();
    threads(() -> acquireReleaseLocked(c), () -> acquireReleaseLocked(c));
  }

  private static void acquireReleaseLocked(Cell c) {
    while (!FLAG.weakCompareAndSetAcquire(c, 0, 1)) {
      Thread.yield();
    }
    c.data++;
    FLAG.setRelease(c, 0);
  }

  /** A lock given back without a release. */
  static void raceOpaqueUnlock() throws Exception {
    Cell c = new Cell();
    threads(
        () -> {
          while (!FLAG.compareAndSet(c, 0, 1)) {
            Thread.yield();
          }
          // RACE: data
          c.data++;
          FLAG.setOpaque(c, 0);
        },
        () -> {
          while (!FLAG.compareAndSet(c, 0, 1)) {
            Thread.yield();
          }
          // RACE: data
          c.data--;
          FLAG.setOpaque(c, 0);
        });
  }

  /** A lock taken without an acquire. */
  static void racePlainLock() throws Exception {
    Cell c = new Cell();
    threads(
        () -> {
          while (!FLAG.weakCompareAndSetPlain(c, 0, 1)) {
            Thread.yield();
          }
          // RACE: data
          c.data++;
          FLAG.setRelease(c, 0);
        },
        () -> {
          while (!FLAG.weakCompareAndSetPlain(c, 0, 1)) {
            Thread.yield();
          }
          // RACE: data
          c.data--;
          FLAG.setRelease(c, 0);
        });
  }

  /** A compare-and-set that fails writes nothing, and so releases nothing. */
  static void raceFailureReleasesNothing() throws Exception {
    Cell c = new Cell();
    threads(
        () -> {
          // RACE: data
          c.data = 42;
          use(FLAG.compareAndSet(c, 5, 6));
        },
        () -> {
          use((int) FLAG.getVolatile(c));
          // RACE: data
          use(c.data);
        });
  }

  /** A compare-and-set that fails has read, and so acquires. */
  static void noRaceFailureAcquires() throws Exception {
    Cell c = new Cell();
    threads(
        () -> {
          c.data = 42;
          FLAG.setVolatile(c, 1);
        },
        () -> {
          c.awaitOpaque(1);
          use(FLAG.compareAndSet(c, 5, 6));
          use(c.data);
        });
  }

  /** An exchange that fails in release mode acquires nothing. */
  static void raceFailureInReleaseMode() throws Exception {
    Cell c = new Cell();
    threads(
        () -> {
          // RACE: data
          c.data = 42;
          FLAG.setVolatile(c, 1);
        },
        () -> {
          c.awaitOpaque(1);
          use((int) FLAG.compareAndExchangeRelease(c, 5, 6));
          // RACE: data
          use(c.data);
        });
  }

  /** An exchange that fails in acquire mode acquires. */
  static void noRaceFailureInAcquireMode() throws Exception {
    Cell c = new Cell();
    threads(
        () -> {
          c.data = 42;
          FLAG.setRelease(c, 1);
        },
        () -> {
          c.awaitOpaque(1);
          use((int) FLAG.compareAndExchangeAcquire(c, 5, 6));
          use(c.data);
        });
  }

  /** Adding in acquire mode releases nothing. */
  static void raceAddInAcquireMode() throws Exception {
    Cell c = new Cell();
    threads(
        () -> {
          // RACE: data
          c.data = 42;
          use((int) FLAG.getAndAddAcquire(c, 1));
        },
        () -> {
          c.awaitAcquire(1);
          // RACE: data
          use(c.data);
        });
  }

  /** Adding in release mode acquires nothing. */
  static void raceAddInReleaseMode() throws Exception {
    Cell c = new Cell();
    threads(
        () -> {
          // RACE: data
          c.data = 42;
          FLAG.setRelease(c, 1);
        },
        () -> {
          c.awaitOpaque(1);
          use((int) FLAG.getAndAddRelease(c, 1));
          // RACE: data
          use(c.data);
        });
  }

  /** Adding in both modes carries on what was released before. */
  static void noRaceChainOfAdditions() throws Exception {
    Cell c = new Cell();
    threads(
        () -> {
          c.data = 42;
          use((int) FLAG.getAndAdd(c, 1));
        },
        () -> use((int) FLAG.getAndAdd(c, 1)),
        () -> {
          c.awaitAcquire(2);
          use(c.data);
        });
  }

  /** Bits set by several sides, and the data that goes with each. */
  static void noRaceBits() throws Exception {
    Cell c = new Cell();
    threads(
        () -> {
          c.x = 1;
          use((int) FLAG.getAndBitwiseOr(c, 1));
        },
        () -> {
          c.y = 1;
          use((int) FLAG.getAndBitwiseOr(c, 2));
        },
        () -> {
          c.awaitVolatile(3);
          use(c.x + c.y);
        });
  }

  /** Two exchanges: the second one sees what was done before the first. */
  static void noRaceExchange() throws Exception {
    Cell c = new Cell();
    Gate first = new Gate();
    threads(
        () -> {
          c.data = 1;
          use((int) FLAG.getAndSet(c, 1));
          first.open();
        },
        () -> {
          first.pass();
          use((int) FLAG.getAndSet(c, 2));
          c.data = 2;
        });
  }

  /** What is done after the first exchange is not covered. */
  static void raceAfterTheExchange() throws Exception {
    Cell c = new Cell();
    Gate first = new Gate();
    threads(
        () -> {
          use((int) FLAG.getAndSet(c, 1));
          // RACE: data
          c.data = 1;
          first.open();
        },
        () -> {
          first.pass();
          use((int) FLAG.getAndSet(c, 2));
          // RACE: data
          c.data = 2;
        });
  }
}
