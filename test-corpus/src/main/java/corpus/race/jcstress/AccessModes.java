package corpus.race.jcstress;

import static corpus.race.Sides.threads;
import static corpus.race.Sides.use;
import static corpus.race.jcstress.Cell.FLAG;
import static corpus.race.jcstress.Cell.WIDE;
import static corpus.race.jcstress.Cell.X;
import static corpus.race.jcstress.Cell.Y;

import corpus.race.Gate;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** One variable and its access modes: what is atomic, and what orders other variables. */
final class AccessModes {
  private AccessModes() {}

  private static final VarHandle ELEMENT = MethodHandles.arrayElementVarHandle(int[].class);

  /** Two plain accesses. */
  static void racePlain() throws Exception {
    Cell c = new Cell();
    threads(
        // RACE: x
        () -> c.x = 1,
        // RACE: x
        () -> use(c.x));
  }

  /** Two plain accesses by a handle. */
  static void racePlainHandle() throws Exception {
    Cell c = new Cell();
    threads(
        // RACE: x
        () -> X.set(c, 1),
        // RACE: x
        () -> use((int) X.get(c)));
  }

  /** A plain access by a handle and one without. */
  static void racePlainHandleAndField() throws Exception {
    Cell c = new Cell();
    threads(
        // RACE: x
        () -> X.set(c, 1),
        // RACE: x
        () -> use(c.x));
  }

  /** Opaque accesses are atomic. */
  static void noRaceOpaque() throws Exception {
    Cell c = new Cell();
    threads(() -> X.setOpaque(c, 1), () -> X.setOpaque(c, 2), () -> use((int) X.getOpaque(c)));
  }

  /** Acquire and release accesses are atomic. */
  static void noRaceAcquireRelease() throws Exception {
    Cell c = new Cell();
    threads(() -> X.setRelease(c, 1), () -> X.setRelease(c, 2), () -> use((int) X.getAcquire(c)));
  }

  /** Volatile accesses of a field that is not declared so. */
  static void noRaceVolatile() throws Exception {
    Cell c = new Cell();
    threads(
        () -> X.setVolatile(c, 1), () -> X.setVolatile(c, 2), () -> use((int) X.getVolatile(c)));
  }

  /** A long, read and written at once. */
  static void noRaceOpaqueLong() throws Exception {
    Cell c = new Cell();
    threads(() -> WIDE.setOpaque(c, -1L), () -> use((long) WIDE.getOpaque(c)));
  }

  /** An opaque write does not make a plain read right. */
  static void raceOpaqueAndPlain() throws Exception {
    Cell c = new Cell();
    threads(
        // RACE: x
        () -> X.setOpaque(c, 1),
        // RACE: x
        () -> use(c.x));
  }

  /** Nor does a volatile write. */
  static void raceVolatileAndPlain() throws Exception {
    Cell c = new Cell();
    threads(
        // RACE: x
        () -> X.setVolatile(c, 1),
        // RACE: x
        () -> use(c.x));
  }

  /** A volatile read does not make a plain write right. */
  static void racePlainAndVolatile() throws Exception {
    Cell c = new Cell();
    threads(
        // RACE: x
        () -> c.x = 1,
        // RACE: x
        () -> use((int) X.getVolatile(c)));
  }

  /** Two reads, one plain and one volatile. */
  static void noRaceMixedReads() throws Exception {
    Cell c = new Cell();
    threads(() -> use(c.x), () -> use((int) X.getVolatile(c)), () -> use((int) X.getOpaque(c)));
  }

  /** Coherence: two reads and a write of one variable, all opaque. */
  static void noRaceCoherence() throws Exception {
    Cell c = new Cell();
    threads(() -> X.setOpaque(c, 1), () -> {
      use((int) X.getOpaque(c));
      use((int) X.getOpaque(c));
    });
  }

  /** The same with plain accesses. */
  static void raceCoherence() throws Exception {
    Cell c = new Cell();
    threads(
        // RACE: x
        () -> c.x = 1, () -> {
          // RACE: x
          use(c.x);
          // RACE: x
          use(c.x);
        });
  }

  /** Data behind a volatile flag. */
  static void noRaceMessageVolatile() throws Exception {
    Cell c = new Cell();
    threads(
        () -> {
          c.data = 42;
          FLAG.setVolatile(c, 1);
        },
        () -> {
          c.awaitVolatile(1);
          use(c.data);
        });
  }

  /** Data behind a flag that is released and acquired. */
  static void noRaceMessageReleaseAcquire() throws Exception {
    Cell c = new Cell();
    threads(
        () -> {
          c.data = 42;
          FLAG.setRelease(c, 1);
        },
        () -> {
          c.awaitAcquire(1);
          use(c.data);
        });
  }

  /** A volatile read acquires what was released. */
  static void noRaceMessageReleaseVolatile() throws Exception {
    Cell c = new Cell();
    threads(
        () -> {
          c.data = 42;
          FLAG.setRelease(c, 1);
        },
        () -> {
          c.awaitVolatile(1);
          use(c.data);
        });
  }

  /** Data behind an opaque flag: seen, but not ordered. */
  static void raceMessageOpaque() throws Exception {
    Cell c = new Cell();
    threads(
        () -> {
          // RACE: data
          c.data = 42;
          FLAG.setOpaque(c, 1);
        },
        () -> {
          c.awaitOpaque(1);
          // RACE: data
          use(c.data);
        });
  }

  /** The writer releases, the reader does not acquire. */
  static void raceMessageNotAcquired() throws Exception {
    Cell c = new Cell();
    threads(
        () -> {
          // RACE: data
          c.data = 42;
          FLAG.setRelease(c, 1);
        },
        () -> {
          c.awaitOpaque(1);
          // RACE: data
          use(c.data);
        });
  }

  /** The reader acquires, the writer does not release. */
  static void raceMessageNotReleased() throws Exception {
    Cell c = new Cell();
    threads(
        () -> {
          // RACE: data
          c.data = 42;
          FLAG.setOpaque(c, 1);
        },
        () -> {
          c.awaitAcquire(1);
          // RACE: data
          use(c.data);
        });
  }

  /** Both the data and the flag are plain. */
  static void raceMessagePlain() throws Exception {
    Cell c = new Cell();
    threads(
        () -> {
          // RACE: data
          c.data = 42;
          // RACE: flag
          c.flag = 1;
        },
        () -> {
          // RACE: flag
          use(c.flag);
          // RACE: data
          use(c.data);
        });
  }

  /** A release replaces an earlier one: who acquires the second has not seen the first. */
  static void raceReleaseOverwritten() throws Exception {
    Cell c = new Cell();
    Gate first = new Gate();
    threads(
        () -> {
          // RACE: data
          c.data = 42;
          FLAG.setRelease(c, 1);
          first.open();
        },
        () -> {
          first.pass();
          FLAG.setRelease(c, 2);
        },
        () -> {
          while ((int) FLAG.getOpaque(c) != 2) {
            Thread.yield();
          }
          use((int) FLAG.getAcquire(c));
          // RACE: data
          use(c.data);
        });
  }

  /** A volatile write does not: JLS 17.4.4 orders every earlier write before the read. */
  static void noRaceVolatileOverwritten() throws Exception {
    Cell c = new Cell();
    Gate first = new Gate();
    threads(
        () -> {
          c.data = 42;
          FLAG.setVolatile(c, 1);
          first.open();
        },
        () -> {
          first.pass();
          FLAG.setVolatile(c, 2);
        },
        () -> {
          c.awaitVolatile(2);
          use(c.data);
        });
  }

  /** Store buffering with volatile accesses: odd results are excluded, and nothing races. */
  static void noRaceDekkerVolatile() throws Exception {
    Cell c = new Cell();
    threads(
        () -> {
          X.setVolatile(c, 1);
          use((int) Y.getVolatile(c));
        },
        () -> {
          Y.setVolatile(c, 1);
          use((int) X.getVolatile(c));
        });
  }

  /** Store buffering with plain accesses. */
  static void raceDekkerPlain() throws Exception {
    Cell c = new Cell();
    threads(
        () -> {
          // RACE: x
          c.x = 1;
          // RACE: y
          use(c.y);
        },
        () -> {
          // RACE: y
          c.y = 1;
          // RACE: x
          use(c.x);
        });
  }

  /** Independent reads of independent writes. */
  static void noRaceIndependentReads() throws Exception {
    Cell c = new Cell();
    threads(
        () -> X.setVolatile(c, 1),
        () -> Y.setVolatile(c, 1),
        () -> use((int) X.getVolatile(c) + (int) Y.getVolatile(c)),
        () -> use((int) Y.getVolatile(c) + (int) X.getVolatile(c)));
  }

  /** Elements of a plain array, accessed in volatile mode. */
  static void noRaceElements() throws Exception {
    int[] a = new int[2];
    threads(
        () -> {
          a[0] = 42;
          ELEMENT.setVolatile(a, 1, 1);
        },
        () -> {
          while ((int) ELEMENT.getVolatile(a, 1) == 0) {
            Thread.yield();
          }
          use(a[0]);
        });
  }

  /** An element accessed in volatile mode by one side only. */
  static void raceElements() throws Exception {
    int[] a = new int[2];
    threads(
        // RACE: element
        () -> ELEMENT.setVolatile(a, 1, 1),
        // RACE: element
        () -> use(a[1]));
  }

  /** The flag is another variable of the same object. */
  static void raceAnotherVariable() throws Exception {
    Cell c = new Cell();
    threads(
        () -> {
          // RACE: data
          c.data = 42;
          X.setVolatile(c, 1);
        },
        () -> {
          use((int) Y.getVolatile(c));
          // RACE: data
          use(c.data);
        });
  }
}
