package corpus.race.jls;

import static corpus.race.Sides.threaded;
import static corpus.race.Sides.threads;
import static corpus.race.Sides.use;

/** JLS 17.4.4: a write of a volatile variable synchronizes with every later read of it. */
final class Volatiles {
  private Volatiles() {}

  private static final class Shared {
    int data;
    int more;
    volatile boolean ready;
    volatile boolean other;
    volatile int count;
    volatile long wide;
    volatile int[] elements = new int[2];
    volatile Shared next;
  }

  private static void await(Shared s) {
    while (!s.ready) {
      Thread.onSpinWait();
    }
  }

  /** Data written before the flag is set, read after the flag was seen. */
  static void noRaceMessagePassing() throws Exception {
    Shared s = new Shared();
    threads(
        () -> {
          s.data = 42;
          s.ready = true;
        },
        () -> {
          await(s);
          use(s.data);
        });
  }

  /** A chain of two flags over three threads. */
  static void noRaceTransitivity() throws Exception {
    Shared first = new Shared();
    Shared second = new Shared();
    threads(
        () -> {
          first.data = 1;
          first.ready = true;
        },
        () -> {
          await(first);
          second.ready = true;
        },
        () -> {
          await(second);
          first.data = 2;
        });
  }

  /** An object reached by a volatile reference. */
  static void noRacePublishedByAReference() throws Exception {
    Shared s = new Shared();
    threads(
        () -> {
          Shared made = new Shared();
          made.data = 42;
          s.next = made;
        },
        () -> {
          while (s.next == null) {
            Thread.onSpinWait();
          }
          use(s.next.data);
        });
  }

  /** Updates get lost, but no plain variable is used. */
  static void noRaceLostUpdates() throws Exception {
    Shared s = new Shared();
    threads(() -> s.count++, () -> s.count++, () -> s.wide += s.count);
  }

  /** Every reader is ordered after the one write it sees. */
  static void noRaceManyReaders() throws Exception {
    Shared s = new Shared();
    threads(
        () -> {
          s.data = 42;
          s.ready = true;
        },
        () -> {
          await(s);
          use(s.data);
        },
        () -> {
          await(s);
          use(s.data);
        });
  }

  /** A read orders after all earlier writes, not only after the last one. */
  static void noRaceAllEarlierWrites() throws Exception {
    Shared s = new Shared();
    threads(
        () -> {
          s.data = 1;
          s.count = 1;
        },
        () -> {
          while (s.count != 1) {
            Thread.onSpinWait();
          }
          s.more = 1;
          s.count = 2;
        },
        () -> {
          while (s.count != 2) {
            Thread.onSpinWait();
          }
          use(s.data + s.more);
        });
  }

  /** The data is written when the flag is up already. */
  static void raceWriteAfterTheFlag() throws Exception {
    Shared s = new Shared();
    threads(
        () -> {
          s.ready = true;
          // RACE: data
          s.data = 42;
        },
        () -> {
          await(s);
          // RACE: data
          use(s.data);
        });
  }

  /** The data is read before the flag is asked. */
  static void raceReadBeforeTheFlag() throws Exception {
    Shared s = new Shared();
    threads(
        () -> {
          // RACE: data
          s.data = 42;
          s.ready = true;
        },
        () -> {
          // RACE: data
          use(s.data);
          await(s);
        });
  }

  /** The flag that is read is not the one that is set. */
  static void raceAnotherFlag() throws Exception {
    Shared s = new Shared();
    threads(
        () -> {
          // RACE: data
          s.data = 42;
          s.ready = true;
        },
        () -> {
          use(s.other);
          // RACE: data
          use(s.data);
        });
  }

  /** The flag that is read is that of another object. */
  static void raceAnotherObject() throws Exception {
    Shared s = new Shared();
    Shared t = new Shared();
    threads(
        () -> {
          // RACE: data
          s.data = 42;
          s.ready = true;
        },
        () -> {
          use(t.ready);
          // RACE: data
          use(s.data);
        });
  }

  /** A write does not synchronize with a later write. */
  static void raceTwoWritesOfTheFlag() throws Exception {
    Shared s = new Shared();
    threads(
        () -> {
          // RACE: data
          s.data = 1;
          s.count = 1;
        },
        () -> {
          s.count = 2;
          // RACE: data
          s.data = 2;
        });
  }

  /** A read does not synchronize with a later write. */
  static void raceReadThenWriteOfTheFlag() throws Exception {
    Shared s = new Shared();
    threads(
        () -> {
          // RACE: data
          use(s.data);
          use(s.count);
        },
        () -> {
          s.count = 1;
          // RACE: data
          s.data = 1;
        });
  }

  /** The reference to the array is volatile, its elements are not. */
  static void raceElementsOfAVolatileArray() throws Exception {
    Shared s = new Shared();
    threads(
        // RACE: element
        () -> s.elements[0] = 1,
        // RACE: element
        () -> s.elements[0] = 2);
  }

  /** The fields behind a volatile reference are plain. */
  static void raceFieldBehindAVolatileReference() throws Exception {
    Shared s = new Shared();
    s.next = new Shared();
    threads(
        // RACE: data
        () -> s.next.data = 1,
        // RACE: data
        () -> s.next.data = 2);
  }

  /** A read of a volatile variable that nobody writes orders nothing. */
  static void raceFlagNeverSet() throws Exception {
    Shared s = new Shared();
    threaded(
        () -> {
          use(s.ready);
          // RACE: data
          s.data = 1;
          use(s.ready);
        },
        () -> {
          use(s.ready);
          // RACE: data
          s.data = 2;
          use(s.ready);
        });
  }
}
