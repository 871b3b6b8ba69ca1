package corpus.race.juc;

import static corpus.race.Sides.threads;
import static corpus.race.Sides.use;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CopyOnWriteArraySet;

/** What is done before an update is seen by a retrieval that reports the updated value. */
final class ConcurrentCollections {
  private ConcurrentCollections() {}

  private static Shared await(Map<String, Shared> map, String key) {
    Shared found = map.get(key);
    while (found == null) {
      Thread.yield();
      found = map.get(key);
    }
    return found;
  }

  private static Shared filled() {
    Shared made = new Shared();
    made.data = 42;
    return made;
  }

  /** An object placed under a key and found there. */
  static void noRaceHashMap() throws Exception {
    Map<String, Shared> map = new ConcurrentHashMap<>();
    threads(() -> map.put("key", filled()), () -> await(map, "key").data++);
  }

  /** The same in a sorted map. */
  static void noRaceSkipListMap() throws Exception {
    Map<String, Shared> map = new ConcurrentSkipListMap<>();
    threads(() -> map.put("key", filled()), () -> await(map, "key").data++);
  }

  /** A value made by whoever comes first. */
  static void noRaceComputeIfAbsent() throws Exception {
    Map<String, Shared> map = new ConcurrentHashMap<>();
    threads(
        () -> use(map.computeIfAbsent("key", key -> filled()).data),
        () -> use(map.computeIfAbsent("key", key -> filled()).data));
  }

  /** A value placed by whoever comes first. */
  static void noRacePutIfAbsent() throws Exception {
    Map<String, Shared> map = new ConcurrentHashMap<>();
    threads(() -> useEarlier(map), () -> useEarlier(map));
  }

  private static void useEarlier(Map<String, Shared> map) {
    Shared earlier = map.putIfAbsent("key", filled());
    if (earlier != null) {
      use(earlier.data);
    }
  }

  /** Functions for one key run one after the other. */
  static void noRaceCompute() throws Exception {
    Map<String, Integer> map = new ConcurrentHashMap<>();
    Shared s = new Shared();
    threads(
        () -> map.compute("key", (key, old) -> s.data++),
        () -> map.compute("key", (key, old) -> s.data++));
  }

  /** Values are met by a loop over the map. */
  static void noRaceIteration() throws Exception {
    Map<String, Shared> map = new ConcurrentHashMap<>();
    threads(() -> map.put("key", filled()), () -> {
      for (Shared found : map.values()) {
        use(found.data);
      }
    });
  }

  /** Values are met by a method of the map. */
  static void noRaceForEach() throws Exception {
    Map<String, Shared> map = new ConcurrentHashMap<>();
    threads(() -> map.put("key", filled()), () -> map.forEach((key, found) -> use(found.data)));
  }

  /** Counting under one key. */
  static void noRaceMerge() throws Exception {
    Map<String, Integer> map = new ConcurrentHashMap<>();
    threads(() -> map.merge("key", 1, Integer::sum), () -> map.merge("key", 1, Integer::sum));
    use(map.get("key"));
  }

  /** A value is removed by who goes on with it. */
  static void noRaceRemove() throws Exception {
    Map<String, Shared> map = new ConcurrentHashMap<>();
    threads(() -> map.put("key", filled()), () -> {
      Shared removed = map.remove("key");
      while (removed == null) {
        Thread.yield();
        removed = map.remove("key");
      }
      removed.data++;
    });
  }

  /** Elements of a copy-on-write list. */
  static void noRaceCopyOnWriteList() throws Exception {
    List<Shared> list = new CopyOnWriteArrayList<>();
    threads(() -> list.add(filled()), () -> {
      while (list.isEmpty()) {
        Thread.yield();
      }
      use(list.get(0).data);
    });
  }

  /** Elements of a copy-on-write set. */
  static void noRaceCopyOnWriteSet() throws Exception {
    Set<Shared> set = new CopyOnWriteArraySet<>();
    threads(() -> set.add(filled()), () -> set.forEach(found -> use(found.data)));
  }

  /** Elements of a sorted set and of a set of keys. */
  static void noRaceSets() throws Exception {
    Set<String> sorted = new ConcurrentSkipListSet<>();
    Set<String> keys = ConcurrentHashMap.newKeySet();
    Shared s = new Shared();
    threads(
        () -> {
          s.data = 1;
          keys.add("key");
          sorted.add("key");
        },
        () -> {
          while (!keys.contains("key")) {
            Thread.yield();
          }
          use(s.data);
        });
  }

  /** The value is written after it was placed. */
  static void raceWrittenAfterPut() throws Exception {
    Map<String, Shared> map = new ConcurrentHashMap<>();
    threads(
        () -> {
          Shared made = new Shared();
          map.put("key", made);
          // RACE: data
          made.data = 42;
        },
        () -> {
          Shared found = await(map, "key");
          // RACE: data
          use(found.data);
        });
  }

  /** A retrieval under another key. */
  static void raceAnotherKey() throws Exception {
    Map<String, Integer> map = new ConcurrentHashMap<>(Map.of("other", 0));
    Shared s = new Shared();
    threads(
        () -> {
          // RACE: data
          s.data = 1;
          map.put("key", 1);
        },
        () -> {
          use(map.get("other"));
          // RACE: data
          use(s.data);
        });
  }

  /** Functions for two keys may run at once. */
  static void raceComputeOfTwoKeys() throws Exception {
    Map<String, Integer> map = new ConcurrentHashMap<>();
    Shared s = new Shared();
    threads(
        // RACE: data
        () -> map.compute("key", (key, old) -> s.data++),
        // RACE: data
        () -> map.compute("other", (key, old) -> s.data++));
  }

  /** A retrieval that finds nothing. */
  static void raceNothingFound() throws Exception {
    Map<String, Integer> map = new ConcurrentHashMap<>();
    Shared s = new Shared();
    threads(
        () -> {
          // RACE: data
          s.data = 1;
          use(map.get("key"));
        },
        () -> {
          use(map.get("key"));
          // RACE: data
          s.data = 2;
        });
  }

  /** Counting orders nothing else. */
  static void raceSize() throws Exception {
    Map<String, Integer> map = new ConcurrentHashMap<>();
    Shared s = new Shared();
    threads(
        () -> {
          // RACE: data
          s.data = 1;
          map.put("key", 1);
        },
        () -> {
          use(map.size());
          // RACE: data
          use(s.data);
        });
  }

  /** Two retrievals of one value, whose fields nothing protects. */
  static void raceValueSharedByItsFinders() throws Exception {
    Map<String, Shared> map = new ConcurrentHashMap<>(Map.of("key", new Shared()));
    threads(
        // RACE: data
        () -> map.get("key").data++,
        // RACE: data
        () -> map.get("key").data++);
  }

  /** Elements of a copy-on-write list are no copies. */
  static void raceElementOfACopyOnWriteList() throws Exception {
    List<Shared> list = new CopyOnWriteArrayList<>(List.of(new Shared()));
    threads(
        // RACE: data
        () -> list.get(0).data++,
        // RACE: data
        () -> list.get(0).data++);
  }

  /** A check and an act on a concurrent map: wrong, but no race. */
  static void noRaceCheckThenAct() throws Exception {
    Map<String, Integer> map = new ConcurrentHashMap<>();
    threads(() -> insertOnce(map), () -> insertOnce(map));
  }

  private static void insertOnce(Map<String, Integer> map) {
    if (!map.containsKey("key")) {
      map.put("key", 1);
    }
  }
}
