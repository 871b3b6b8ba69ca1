package corpus.race.juc;

import static corpus.race.Sides.threads;
import static corpus.race.Sides.use;

import corpus.race.Gate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Vector;

/** Collections and builders with a lock in every method, and their twins without. */
final class SynchronizedCollections {
  private SynchronizedCollections() {}

  /** A synchronized list. */
  static void noRaceSynchronizedList() throws Exception {
    List<Integer> list = Collections.synchronizedList(new ArrayList<>());
    threads(() -> list.add(1), () -> list.add(2), () -> use(list.size()));
  }

  /** A synchronized map. */
  static void noRaceSynchronizedMap() throws Exception {
    Map<String, Integer> map = Collections.synchronizedMap(new HashMap<>());
    threads(() -> map.put("key", 1), () -> map.merge("key", 1, Integer::sum));
  }

  /** A loop over a synchronized list under its lock. */
  static void noRaceIterationUnderTheLock() throws Exception {
    List<Integer> list = Collections.synchronizedList(new ArrayList<>(List.of(1, 2)));
    threads(() -> list.add(3), () -> {
      synchronized (list) {
        for (int element : list) {
          use(element);
        }
      }
    });
  }

  /** A vector. */
  static void noRaceVector() throws Exception {
    List<Integer> vector = new Vector<>();
    threads(() -> vector.add(1), () -> vector.add(2), () -> use(vector.contains(2)));
  }

  /** A hashtable. */
  static void noRaceHashtable() throws Exception {
    Map<String, Integer> table = new Hashtable<>();
    threads(() -> table.put("key", 1), () -> use(table.get("key")));
  }

  /** A synchronized buffer of text. */
  static void noRaceStringBuffer() throws Exception {
    StringBuffer text = new StringBuffer();
    threads(() -> text.append("left"), () -> text.append("right"), () -> use(text.length()));
  }

  /** A generator of random numbers is made for several threads. */
  static void noRaceRandom() throws Exception {
    Random random = new Random(42);
    threads(() -> use(random.nextInt()), () -> use(random.nextInt()));
  }

  /** The methods of a synchronized list order one another. */
  static void noRaceSynchronizedListAsALock() throws Exception {
    List<Integer> list = Collections.synchronizedList(new ArrayList<>());
    Shared s = new Shared();
    threads(
        () -> {
          s.data = 1;
          list.add(1);
        },
        () -> {
          while (list.isEmpty()) {
            Thread.yield();
          }
          use(s.data);
        });
  }

  /** The list behind a synchronized list. */
  static void raceBackingList() throws Exception {
    List<Integer> backing = new ArrayList<>();
    List<Integer> list = Collections.synchronizedList(backing);
    threads(
        // RACE: list
        () -> list.add(1),
        // RACE: list
        () -> use(backing.size()));
  }

  /** A loop over a synchronized list without its lock. */
  static void raceIterationWithoutTheLock() throws Exception {
    List<Integer> list = Collections.synchronizedList(new ArrayList<>(List.of(1, 2)));
    Gate read = new Gate();
    threads(
        () -> {
          read.pass();
          // RACE: list
          list.add(3);
        },
        () -> {
          // RACE: list
          for (int element : list) {
            use(element);
          }
          read.open();
        });
  }

  /** Another lock than the list's own. */
  static void raceIterationUnderAnotherLock() throws Exception {
    List<Integer> list = Collections.synchronizedList(new ArrayList<>(List.of(1, 2)));
    Gate read = new Gate();
    Object other = new Object();
    threads(
        () -> {
          read.pass();
          // RACE: list
          list.add(3);
        },
        () -> {
          synchronized (other) {
            // RACE: list
            for (int element : list) {
              use(element);
            }
          }
          read.open();
        });
  }

  /** The elements of a synchronized list have no lock. */
  static void raceElements() throws Exception {
    List<Shared> list = Collections.synchronizedList(new ArrayList<>(List.of(new Shared())));
    threads(
        // RACE: data
        () -> list.get(0).data++,
        // RACE: data
        () -> list.get(0).data++);
  }

  /** A builder of text. */
  static void raceStringBuilder() throws Exception {
    StringBuilder text = new StringBuilder(64);
    threads(
        // RACE: text
        () -> text.append("left"),
        // RACE: text
        () -> text.append("right"));
  }

  /** A builder's text is read while it grows. */
  static void raceStringBuilderRead() throws Exception {
    StringBuilder text = new StringBuilder(64);
    threads(
        // RACE: text
        () -> text.append(1),
        // RACE: text
        () -> use(text.toString()));
  }

  /** A builder that stays with its thread. */
  static void noRaceStringBuilder() throws Exception {
    threads(
        () -> use(new StringBuilder().append("left").append(1).toString()),
        () -> use(new StringBuilder().append("right").append(2).toString()));
  }
}
