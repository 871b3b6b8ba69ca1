package corpus.race.juc;

import static corpus.race.Sides.threads;
import static corpus.race.Sides.use;

import corpus.race.Gate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import java.util.Spliterator;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** Collections without locks: each call reads or writes the collection. */
final class PlainCollections {
  private PlainCollections() {}

  /** An array list. */
  static void raceArrayList() throws Exception {
    List<Integer> list = new ArrayList<>(List.of(1, 2));
    threads(
        // RACE: list
        () -> list.set(1, 3),
        // RACE: list
        () -> use(list.get(1)));
  }

  /** Two elements of an array list: setting one changes neither the list nor the other one. */
  static void noRaceTwoElements() throws Exception {
    List<Integer> list = new ArrayList<>(List.of(1, 2));
    threads(() -> list.set(0, 3), () -> use(list.get(1)), () -> use(list.size()));
  }

  /** Two lookups in an array list. */
  static void noRaceArrayList() throws Exception {
    List<Integer> list = new ArrayList<>(List.of(1, 2));
    threads(() -> use(list.get(0)), () -> use(list.indexOf(2)), () -> use(list.size()));
  }

  /** A linked list. */
  static void raceLinkedList() throws Exception {
    List<Integer> list = new LinkedList<>(List.of(1, 2));
    threads(
        // RACE: list
        () -> list.add(3),
        // RACE: list
        () -> use(list.contains(2)));
  }

  /** A hash set. */
  static void raceHashSet() throws Exception {
    Set<String> set = new HashSet<>();
    threads(
        // RACE: set
        () -> set.add("left"),
        // RACE: set
        () -> set.add("right"));
  }

  /** A linked map that keeps the order of insertion: a lookup is a read. */
  static void noRaceLinkedHashMap() throws Exception {
    Map<String, Integer> map = new LinkedHashMap<>(Map.of("key", 1));
    threads(() -> use(map.get("key")), () -> use(map.get("key")));
  }

  /** A linked map that keeps the order of access: a lookup is a write. */
  static void raceAccessOrder() throws Exception {
    Map<String, Integer> map = new LinkedHashMap<>(16, 0.75f, true);
    map.put("key", 1);
    map.put("other", 2);
    threads(
        // RACE: map
        () -> use(map.get("key")),
        // RACE: map
        () -> use(map.get("other")));
  }

  /** A sorted map. */
  static void raceTreeMap() throws Exception {
    TreeMap<String, Integer> map = new TreeMap<>(Map.of("a", 1, "b", 2));
    threads(
        // RACE: map
        () -> map.put("c", 3),
        // RACE: map
        () -> use(map.firstKey()));
  }

  /** A sorted set. */
  static void raceTreeSet() throws Exception {
    TreeSet<String> set = new TreeSet<>(Set.of("a", "b"));
    threads(
        // RACE: set
        () -> set.add("c"),
        // RACE: set
        () -> use(set.ceiling("b")));
  }

  /** A map by identity. */
  static void raceIdentityHashMap() throws Exception {
    Map<String, Integer> map = new IdentityHashMap<>();
    threads(
        // RACE: map
        () -> map.put("key", 1),
        // RACE: map
        () -> use(map.containsKey("key")));
  }

  /** A priority queue. */
  static void racePriorityQueue() throws Exception {
    Queue<Integer> queue = new PriorityQueue<>(List.of(3, 1));
    threads(
        // RACE: queue
        () -> queue.add(2),
        // RACE: queue
        () -> use(queue.peek()));
  }

  /** A deque in an array. */
  static void raceArrayDeque() throws Exception {
    Deque<Integer> deque = new ArrayDeque<>(16);
    threads(
        // RACE: deque
        () -> deque.addFirst(1),
        // RACE: deque
        () -> use(deque.size()));
  }

  /** A view of the keys is the map. */
  static void raceKeySet() throws Exception {
    Map<String, Integer> map = new HashMap<>();
    map.put("key", 1);
    Set<String> keys = map.keySet();
    threads(
        // RACE: map
        () -> map.put("other", 2),
        // RACE: map
        () -> use(keys.contains("key")));
  }

  /** A part of a list is the list. */
  static void raceSubList() throws Exception {
    List<Integer> list = new ArrayList<>(List.of(1, 2, 3));
    List<Integer> part = list.subList(0, 2);
    threads(
        // RACE: list
        () -> list.set(0, 7),
        // RACE: list
        () -> use(part.get(0)));
  }

  /** An unmodifiable view of a list that is modified. */
  static void raceUnmodifiableView() throws Exception {
    List<Integer> list = new ArrayList<>(List.of(1, 2, 3));
    List<Integer> view = Collections.unmodifiableList(list);
    threads(
        // RACE: list
        () -> list.set(0, 7),
        // RACE: list
        () -> use(view.get(0)));
  }

  /** Immutable collections. */
  static void noRaceImmutable() throws Exception {
    List<Integer> list = List.of(1, 2, 3);
    Map<String, Integer> map = Map.of("key", 1);
    threads(() -> use(list.get(0) + map.get("key")), () -> use(list.contains(map.get("key"))));
  }

  /** An iterator, passed on. */
  static void raceIteratorRemoves() throws Exception {
    List<Integer> list = new ArrayList<>(List.of(1, 2, 3));
    Iterator<Integer> iterator = list.iterator();
    use(iterator.next());
    threads(
        // RACE: list
        () -> iterator.remove(),
        // RACE: list
        () -> use(list.size()));
  }

  /** Sorting writes the list. */
  static void raceSort() throws Exception {
    List<Integer> list = new ArrayList<>(List.of(3, 2, 1));
    threads(
        // RACE: list
        () -> list.sort(Comparator.naturalOrder()),
        // RACE: list
        () -> use(list.get(0)));
  }

  /** Adding all of a list reads that list. */
  static void raceAddAll() throws Exception {
    List<Integer> from = new ArrayList<>(List.of(1, 2, 3));
    List<Integer> to = new ArrayList<>();
    threads(
        // RACE: from
        () -> to.addAll(from),
        // RACE: from
        () -> from.set(1, 9));
  }

  /** A copy reads the list. */
  static void raceCopyConstructor() throws Exception {
    List<Integer> list = new ArrayList<>(List.of(1, 2, 3));
    threads(
        // RACE: list
        () -> use(new ArrayList<>(list)),
        // RACE: list
        () -> list.set(1, 9));
  }

  /** A list's elements are objects of their own. */
  static void noRaceElements() throws Exception {
    List<Shared> list = List.of(new Shared(), new Shared());
    threads(() -> list.get(0).data++, () -> list.get(1).data++);
  }

  /** Two lists. */
  static void noRaceTwoLists() throws Exception {
    List<List<Integer>> lists = List.of(new ArrayList<>(), new ArrayList<>());
    threads(() -> lists.get(0).add(1), () -> lists.get(1).add(1));
  }

  /** Counting with merge. */
  static void raceMerge() throws Exception {
    Map<String, Integer> counts = new HashMap<>();
    threads(
        // RACE: map
        () -> counts.merge("key", 1, Integer::sum),
        // RACE: map
        () -> counts.merge("key", 1, Integer::sum));
  }

  /** Making a value on demand, by a lookup that may write. */
  static void raceComputeIfAbsent() throws Exception {
    Map<String, List<Integer>> groups = new HashMap<>();
    threads(
        // RACE: map
        () -> groups.computeIfAbsent("left", key -> new ArrayList<>()).add(1),
        // RACE: map
        () -> groups.computeIfAbsent("right", key -> new ArrayList<>()).add(1));
  }

  /** A list handed from one thread to the next. */
  static void noRaceHandedOver() throws Exception {
    List<Integer> list = new ArrayList<>();
    list.add(1);
    threads(() -> list.add(2));
    list.add(3);
    threads(() -> list.add(4));
    use(list);
  }

  /** A list under a lock. */
  static void noRaceLocked() throws Exception {
    List<Integer> list = new ArrayList<>();
    threads(() -> addLocked(list), () -> addLocked(list));
  }

  private static void addLocked(List<Integer> list) {
    synchronized (list) {
      list.add(1);
    }
  }

  /** A list whose elements are streamed while it grows. */
  static void raceStream() throws Exception {
    List<Integer> list = new ArrayList<>(List.of(1, 2, 3));
    Gate streamed = new Gate();
    threads(
        () -> {
          // RACE: list
          long sum = list.stream().mapToInt(Integer::intValue).sum();
          use(sum);
          streamed.open();
        },
        () -> {
          streamed.pass();
          // RACE: list
          list.add(4);
        });
  }

  /** A set of bits. */
  static void raceBitSet() throws Exception {
    BitSet bits = new BitSet(128);
    threads(
        // RACE: bits
        () -> bits.set(100),
        // RACE: bits
        () -> use(bits.get(1)));
  }

  /** Sorting an array writes its elements. */
  static void raceSortedArray() throws Exception {
    int[] numbers = {3, 2, 1};
    threads(
        // RACE: element
        () -> Arrays.sort(numbers),
        // RACE: element
        () -> use(numbers[1]));
  }

  /** Filling an array writes its elements. */
  static void raceFilledArray() throws Exception {
    long[] numbers = new long[100];
    threads(
        // RACE: element
        () -> Arrays.fill(numbers, 7),
        // RACE: element
        () -> use(numbers[99]));
  }

  /** Filling a part of an array leaves the rest alone. */
  static void noRaceFilledParts() throws Exception {
    long[] numbers = new long[100];
    threads(() -> Arrays.fill(numbers, 0, 50, 7), () -> Arrays.fill(numbers, 50, 100, 8));
  }

  /** A list that writes through to its array. */
  static void raceArrayAsList() throws Exception {
    Integer[] numbers = {1, 2, 3};
    List<Integer> list = Arrays.asList(numbers);
    threads(
        // RACE: element
        () -> list.set(0, 7),
        // RACE: element
        () -> use(numbers[0]));
  }

  /** An iterator that two threads have. */
  static void raceSharedIterator() throws Exception {
    Iterator<Integer> iterator = new ArrayList<>(List.of(1, 2, 3)).iterator();
    threads(
        // RACE: iterator
        () -> use(iterator.next()),
        // RACE: iterator
        () -> use(iterator.next()));
  }

  /** An iterator of a concurrent collection is for one thread, too. */
  static void raceSharedIteratorOfConcurrentMap() throws Exception {
    Iterator<String> keys = new ConcurrentHashMap<>(Map.of("left", 1)).keySet().iterator();
    threads(
        // RACE: iterator
        () -> use(keys.hasNext()),
        // RACE: iterator
        () -> use(keys.next()));
  }

  /** An iterator that another thread goes on with reads the list. */
  static void raceIteratorHandedOver() throws Exception {
    List<Integer> list = new ArrayList<>(List.of(1, 2, 3));
    Iterator<Integer> iterator = list.iterator();
    threads(
        // RACE: element
        () -> use(iterator.next()),
        // RACE: element
        () -> list.set(0, 7));
  }

  /** A spliterator reads its list. */
  static void raceSpliterator() throws Exception {
    List<Integer> list = new ArrayList<>(List.of(1, 2, 3));
    Spliterator<Integer> spliterator = list.spliterator();
    threads(
        // RACE: list
        () -> spliterator.tryAdvance(number -> use(number)),
        // RACE: list
        () -> list.add(7));
  }

  /** All empty iterators are one, which stands nowhere. */
  static void noRaceEmptyIterators() throws Exception {
    threads(
        () -> Collections.emptyIterator().forEachRemaining(each -> use(each)),
        () -> Collections.emptyIterator().forEachRemaining(each -> use(each)));
  }
}
