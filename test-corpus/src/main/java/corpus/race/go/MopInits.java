package corpus.race.go;

import static corpus.race.Sides.spawned;
import static corpus.race.Sides.use;

import corpus.race.go.Vars.Point;
import java.util.HashMap;
import java.util.Map;

/** Variables read to make an object, an array or a map. */
final class MopInits {
  private MopInits() {}

  /** A key or a value of a map literal is read. */
  static void raceMapInit() throws Exception {
    Vars v = new Vars();
    spawned(
        // RACE: y
        () -> v.y = 42, () -> {
          // RACE: y
          Map<Integer, Integer> made = Map.of(-1, 42, v.y, 42);
          use(made);
        });
  }

  /** A value of a map under construction is read. */
  static void raceMapInit2() throws Exception {
    Vars v = new Vars();
    spawned(
        // RACE: y
        () -> v.y = 42, () -> {
          Map<Integer, Integer> made = new HashMap<>();
          // RACE: y
          made.put(42, v.y);
          use(made);
        });
  }

  /** A constructor's argument is read. */
  static void raceStructInit() throws Exception {
    Vars v = new Vars();
    spawned(
        // RACE: y
        () -> v.y = 42,
        // RACE: y
        () -> use(new Point(v.y, 0)));
  }

  /** An element of an array initialiser is read. */
  static void raceArrayInit() throws Exception {
    Vars v = new Vars();
    spawned(
        // RACE: y
        () -> v.y = 42, () -> {
          // RACE: y
          int[] made = {0, v.y, 42};
          use(made);
        });
  }
}
