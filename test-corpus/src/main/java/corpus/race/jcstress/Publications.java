package corpus.race.jcstress;

import static corpus.race.Sides.threads;
import static corpus.race.Sides.use;
import static corpus.race.jcstress.Cell.REF;

import corpus.race.Gate;

/** How the reference to a new object gets to another thread. */
final class Publications {
  private Publications() {}

  private static final class Plain {
    int value;

    Plain(int value) {
      this.value = value;
    }
  }

  private record Frozen(int value) {}

  private static Object await(Cell c) {
    Object seen = REF.getAcquire(c);
    while (seen == null) {
      Thread.yield();
      seen = REF.getAcquire(c);
    }
    return seen;
  }

  /** A release and an acquire. */
  static void noRaceRelease() throws Exception {
    Cell c = new Cell();
    threads(() -> REF.setRelease(c, new Plain(42)), () -> {
      Plain seen = (Plain) await(c);
      seen.value++;
    });
  }

  /** A compare-and-set. */
  static void noRaceCompareAndSet() throws Exception {
    Cell c = new Cell();
    threads(() -> use(REF.compareAndSet(c, null, new Plain(42))), () -> {
      Plain seen = (Plain) await(c);
      seen.value++;
    });
  }

  /** Final fields, and a reference passed on without order. */
  static void noRaceFinalFields() throws Exception {
    Cell c = new Cell();
    threads(() -> REF.setOpaque(c, new Frozen(42)), () -> {
      Object seen = REF.getOpaque(c);
      while (seen == null) {
        Thread.yield();
        seen = REF.getOpaque(c);
      }
      use(((Frozen) seen).value());
    });
  }

  /** A plain reference to an object that is safe by itself: the reference races. */
  static void racePlainReference() throws Exception {
    Cell c = new Cell();
    threads(
        // RACE: ref
        () -> c.ref = new Frozen(42), () -> {
          // RACE: ref
          Object seen = c.ref;
          if (seen != null) {
            use(((Frozen) seen).value());
          }
        });
  }

  /** The reference is passed on in opaque mode: the object's fields race. */
  static void raceOpaqueReference() throws Exception {
    Cell c = new Cell();
    threads(
        () -> {
          Cell made = new Cell();
          // RACE: data
          made.data = 42;
          REF.setOpaque(c, made);
        },
        () -> {
          Cell seen = (Cell) REF.getOpaque(c);
          while (seen == null) {
            Thread.yield();
            seen = (Cell) REF.getOpaque(c);
          }
          // RACE: data
          use(seen.data);
        });
  }

  /** Double-checked locking with an acquiring read and a releasing write. */
  static void noRaceDoubleCheckedLocking() throws Exception {
    Cell c = new Cell();
    threads(() -> use(lazy(c).value), () -> use(lazy(c).value), () -> use(lazy(c).value));
  }

  private static Plain lazy(Cell c) {
    Plain seen = (Plain) REF.getAcquire(c);
    if (seen == null) {
      synchronized (c) {
        seen = (Plain) REF.getAcquire(c);
        if (seen == null) {
          seen = new Plain(42);
          REF.setRelease(c, seen);
        }
      }
    }
    return seen;
  }

  /** Double-checked locking with an opaque reference: the first check orders nothing. */
  static void raceDoubleCheckedLocking() throws Exception {
    Cell c = new Cell();
    Gate made = new Gate();
    threads(
        () -> {
          synchronized (c) {
            Cell fresh = new Cell();
            // RACE: data
            fresh.data = 42;
            REF.setOpaque(c, fresh);
          }
          made.open();
        },
        () -> {
          made.pass();
          Cell seen = (Cell) REF.getOpaque(c);
          if (seen != null) {
            // RACE: data
            use(seen.data);
          }
        });
  }

  /** A value computed by whoever needs it first, and kept without order, as a hash code is. */
  static void raceCachedHash() throws Exception {
    Cell c = new Cell();
    threads(
        () -> {
          // RACE: x
          if (c.x == 0) {
            // RACE: x
            c.x = 42;
          }
        },
        () -> {
          // RACE: x
          if (c.x == 0) {
            // RACE: x
            c.x = 42;
          }
        });
  }

  /** The same, kept in opaque mode. */
  static void noRaceCachedHash() throws Exception {
    Cell c = new Cell();
    threads(() -> use(hash(c)), () -> use(hash(c)));
  }

  private static int hash(Cell c) {
    int seen = (int) Cell.X.getOpaque(c);
    if (seen == 0) {
      seen = 42;
      Cell.X.setOpaque(c, seen);
    }
    return seen;
  }

  /** Peterson's lock on volatile accesses. */
  static void noRacePetersonLock() throws Exception {
    Cell c = new Cell();
    threads(
        () -> {
          for (int n = 0; n < 5; n++) {
            Cell.X.setVolatile(c, 1);
            Cell.FLAG.setVolatile(c, 2);
            while ((int) Cell.Y.getVolatile(c) == 1 && (int) Cell.FLAG.getVolatile(c) == 2) {
              Thread.yield();
            }
            c.data++;
            Cell.X.setVolatile(c, 0);
          }
        },
        () -> {
          for (int n = 0; n < 5; n++) {
            Cell.Y.setVolatile(c, 1);
            Cell.FLAG.setVolatile(c, 1);
            while ((int) Cell.X.getVolatile(c) == 1 && (int) Cell.FLAG.getVolatile(c) == 1) {
              Thread.yield();
            }
            c.data--;
            Cell.Y.setVolatile(c, 0);
          }
        });
  }

  /** Dekker's way in: at most one side finds the other one absent. */
  static void noRaceAtMostOne() throws Exception {
    Cell c = new Cell();
    threads(
        () -> {
          Cell.X.setVolatile(c, 1);
          if ((int) Cell.Y.getVolatile(c) == 0) {
            c.data++;
          }
        },
        () -> {
          Cell.Y.setVolatile(c, 1);
          if ((int) Cell.X.getVolatile(c) == 0) {
            c.data--;
          }
        });
  }
}
