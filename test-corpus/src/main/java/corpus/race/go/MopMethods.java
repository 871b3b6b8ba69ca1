package corpus.race.go;

import static corpus.race.Sides.goroutines;
import static corpus.race.Sides.use;

/** Methods that a class has from another one. */
final class MopMethods {
  private MopMethods() {}

  private static class Base {
    int value;

    int constant() {
      return 42;
    }

    int value() {
      return value;
    }
  }

  private static final class Derived extends Base {
    int pad;

    void clear() {
      value = 0;
      pad = 0;
    }
  }

  private static final class Delegating {
    int pad;
    Base base = new Base();

    int constant() {
      return base.constant();
    }
  }

  /** An inherited method that reads no field, while the fields are written. */
  static void noRaceMethodThunk() {
    Derived d = new Derived();
    goroutines(() -> use(d.constant()), () -> d.clear());
  }

  /** The way to the method leads over a field that is assigned. */
  static void raceMethodThunk() {
    Delegating d = new Delegating();
    goroutines(
        // RACE: base
        () -> use(d.base.constant()),
        // RACE: base
        () -> d.base = new Base());
  }

  /** An inherited method that reads a field of its class. */
  static void raceMethodThunk2() {
    final class Own extends Base {
      int own() {
        // RACE: value
        return value;
      }
    }

    Own d = new Own();
    goroutines(
        () -> use(d.own()),
        // RACE: value
        () -> d.value = 0);
  }

  /** As with a method that reads nothing, for one that reads. */
  static void raceMethodThunk3() {
    Delegating d = new Delegating();
    goroutines(
        // RACE: base
        () -> use(d.base.value()),
        // RACE: base
        () -> d.base = new Base());
  }

  /** The object behind the delegation is written. */
  static void raceMethodThunk4() {
    Delegating d = new Delegating();
    goroutines(
        // RACE: value
        () -> use(d.base.value),
        // RACE: value
        () -> d.base.value = 42);
  }
}
