package corpus.race.go;

import static corpus.race.Sides.spawned;
import static corpus.race.Sides.use;

import java.util.ConcurrentModificationException;
import java.util.HashMap;
import java.util.Map;

/** Calls of one hash map from two sides, and the variable that holds it. */
final class MapOperations {
  private MapOperations() {}

  private static final class MapVar {
    Map<Integer, Integer> map = new HashMap<>();
  }

  /** A lookup and an insertion. */
  static void raceMapRW() throws Exception {
    Map<Integer, Integer> m = new HashMap<>();
    spawned(
        // RACE: map
        () -> use(m.get(1)),
        // RACE: map
        () -> m.put(1, 1));
  }

  /** A question whether the key is there, and an insertion. */
  static void raceMapRW2() throws Exception {
    Map<Integer, Integer> m = new HashMap<>();
    spawned(
        // RACE: map
        () -> use(m.containsKey(1)),
        // RACE: map
        () -> m.put(1, 1));
  }

  /** An element of an array in the map is read while another key is inserted. */
  static void raceMapRWArray() throws Exception {
    Map<Integer, int[]> m = new HashMap<>();
    m.put(1, new int[2]);
    spawned(
        // RACE: map
        () -> use(m.get(1)[1]),
        // RACE: map
        () -> m.put(2, new int[] {1, 2}));
  }

  /** Two lookups. */
  static void noRaceMapRR() throws Exception {
    Map<Integer, Integer> m = new HashMap<>();
    spawned(() -> use(m.containsKey(1)), () -> use(m.get(1)));
  }

  /** A loop over the keys of an empty map, and an insertion. */
  static void raceMapRange() throws Exception {
    Map<Integer, Integer> m = new HashMap<>();
    spawned(
        () -> {
          try {
            // RACE: map
            m.forEach((key, value) -> use(key));
          } catch (ConcurrentModificationException possible) {
            use(possible);
          }
        },
        // RACE: map
        () -> m.put(1, 1));
  }

  /** A loop by an iterator over the entries, and an insertion. */
  static void raceMapRange2() throws Exception {
    Map<Integer, Integer> m = new HashMap<>();
    spawned(
        () -> {
          try {
            // RACE: map
            for (Map.Entry<Integer, Integer> entry : m.entrySet()) {
              use(entry.getKey());
            }
          } catch (ConcurrentModificationException possible) {
            use(possible);
          }
        },
        // RACE: map
        () -> m.put(1, 1));
  }

  /** Two loops over a map that is not empty. */
  static void noRaceMapRangeRange() throws Exception {
    Map<Integer, Integer> m = new HashMap<>();
    m.put(0, 0);
    spawned(
        () -> {
          for (int key : m.keySet()) {
            use(key);
          }
        },
        () -> {
          for (int value : m.values()) {
            use(value);
          }
        });
  }

  /** The size and an insertion. */
  static void raceMapLen() throws Exception {
    Map<String, Boolean> m = new HashMap<>();
    spawned(
        // RACE: map
        () -> use(m.size()),
        // RACE: map
        () -> m.put("", true));
  }

  /** A removal and an insertion. */
  static void raceMapDelete() throws Exception {
    Map<String, Boolean> m = new HashMap<>();
    spawned(
        // RACE: map
        () -> m.remove(""),
        // RACE: map
        () -> m.put("", true));
  }

  /** The size and a removal. */
  static void raceMapLenDelete() throws Exception {
    Map<String, Boolean> m = new HashMap<>(Map.of("a", true));
    spawned(
        // RACE: map
        () -> m.remove("a"),
        // RACE: map
        () -> use(m.size()));
  }

  /** The variable gets a new map on both sides. */
  static void raceMapVariable() throws Exception {
    MapVar v = new MapVar();
    spawned(
        // RACE: variable
        () -> v.map = new HashMap<>(),
        // RACE: variable
        () -> v.map = new HashMap<>());
  }

  /** The variable gets a new map while a key is inserted through it. */
  static void raceMapVariable2() throws Exception {
    MapVar v = new MapVar();
    spawned(
        // RACE: variable
        () -> v.map.put(1, 1),
        // RACE: variable
        () -> v.map = new HashMap<>());
  }

  /** The variable gets a new map while a key is looked up through it. */
  static void raceMapVariable3() throws Exception {
    MapVar v = new MapVar();
    spawned(
        // RACE: variable
        () -> v.map.get(1),
        // RACE: variable
        () -> v.map = new HashMap<>());
  }

  /** An element of a list in a map is stored and read. */
  static void raceMapAssignMultipleReturn() throws Exception {
    Map<Integer, int[]> m = new HashMap<>(Map.of(1, new int[1]));
    spawned(
        // RACE: element
        () -> m.get(1)[0] = 42,
        // RACE: element
        () -> use(m.get(1)[0]));
  }
}
