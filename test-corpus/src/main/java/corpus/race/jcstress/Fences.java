package corpus.race.jcstress;

import static corpus.race.Sides.threads;
import static corpus.race.Sides.use;
import static corpus.race.jcstress.Cell.FLAG;

import corpus.race.Gate;
import java.lang.invoke.VarHandle;

/** Fences around opaque accesses. */
final class Fences {
  private Fences() {}

  /** A release fence before the flag, an acquire fence after it. */
  static void noRaceReleaseAndAcquire() throws Exception {
    Cell c = new Cell();
    threads(
        () -> {
          c.data = 42;
          VarHandle.releaseFence();
          FLAG.setOpaque(c, 1);
        },
        () -> {
          c.awaitOpaque(1);
          VarHandle.acquireFence();
          use(c.data);
        });
  }

  /** Full fences. */
  static void noRaceFull() throws Exception {
    Cell c = new Cell();
    threads(
        () -> {
          c.data = 42;
          VarHandle.fullFence();
          FLAG.setOpaque(c, 1);
        },
        () -> {
          c.awaitOpaque(1);
          VarHandle.fullFence();
          use(c.data);
        });
  }

  /** The reader has no fence. */
  static void raceReaderWithoutAFence() throws Exception {
    Cell c = new Cell();
    threads(
        () -> {
          // RACE: data
          c.data = 42;
          VarHandle.fullFence();
          FLAG.setOpaque(c, 1);
        },
        () -> {
          c.awaitOpaque(1);
          // RACE: data
          use(c.data);
        });
  }

  /** The writer has no fence. */
  static void raceWriterWithoutAFence() throws Exception {
    Cell c = new Cell();
    threads(
        () -> {
          // RACE: data
          c.data = 42;
          FLAG.setOpaque(c, 1);
        },
        () -> {
          c.awaitOpaque(1);
          VarHandle.acquireFence();
          // RACE: data
          use(c.data);
        });
  }

  /** The fence comes before the data is written. */
  static void raceFenceTooEarly() throws Exception {
    Cell c = new Cell();
    threads(
        () -> {
          VarHandle.releaseFence();
          // RACE: data
          c.data = 42;
          FLAG.setOpaque(c, 1);
        },
        () -> {
          c.awaitOpaque(1);
          VarHandle.acquireFence();
          // RACE: data
          use(c.data);
        });
  }

  private static final class Pair {
    int left;
    int right;
  }

  /** A sequence lock whose data is plain: a read may overlap a write. */
  static void raceSequenceLock() throws Exception {
    Cell c = new Cell();
    Pair p = new Pair();
    Gate begun = new Gate();
    threads(
        () -> {
          begun.pass();
          FLAG.setVolatile(c, 1);
          // RACE: left
          p.left = 1;
          // RACE: right
          p.right = 1;
          FLAG.setRelease(c, 2);
        },
        () -> {
          use((int) FLAG.getAcquire(c));
          begun.open();
          // RACE: left
          use(p.left);
          // RACE: right
          use(p.right);
        });
  }

  /** A sequence lock whose data is opaque. */
  static void noRaceSequenceLock() throws Exception {
    Cell c = new Cell();
    threads(
        () -> {
          for (int n = 0; n < 10; n++) {
            FLAG.setVolatile(c, 2 * n + 1);
            Cell.X.setOpaque(c, n);
            Cell.Y.setOpaque(c, n);
            FLAG.setRelease(c, 2 * n + 2);
          }
        },
        () -> {
          int before;
          int after;
          do {
            before = (int) FLAG.getAcquire(c);
            use((int) Cell.X.getOpaque(c) + (int) Cell.Y.getOpaque(c));
            VarHandle.acquireFence();
            after = (int) FLAG.getOpaque(c);
          } while (before != after || before % 2 == 1);
        });
  }
}
