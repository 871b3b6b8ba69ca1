package sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/** Collections and builders that two threads use. */
public final class ContainerCases {
  private static int computed;

  private ContainerCases() {}

  public static void main(String[] args) throws Exception {
    maps();
    functions();
    lists();
    views();
    wrappers();
    subclasses();
    others();
  }

  private static void maps() throws Exception {
    Map<String, String> map = new HashMap<>(Map.of("a", "b"));
    Cases.racy("put, get", () -> map.put("a", "c"), () -> map.get("b"));
    Cases.clean("get, get", () -> map.get("a"), () -> map.get("b"));
    Map<String, String> recent = new LinkedHashMap<>(16, 0.75f, true);
    recent.put("a", "b");
    Cases.racy("a get that moves the entry", () -> recent.get("a"), () -> recent.get("a"));
    Map<String, String> shared = new ConcurrentHashMap<>();
    Cases.clean("concurrent map", () -> shared.put("a", "b"), () -> shared.put("c", "d"));
  }

  /** The second function runs when the first one, for which its caller has waited, is done. */
  private static void functions() throws Exception {
    Map<String, Integer> map = new ConcurrentHashMap<>(Map.of("key", 1));
    AtomicBoolean entered = new AtomicBoolean();
    AtomicReference<Thread> second = new AtomicReference<>();
    Cases.clean(
        "functions for one key",
        () -> map.compute("key", (key, old) -> {
          entered.setOpaque(true);
          awaitBlocked(second);
          return computed++;
        }),
        () -> {
          while (!entered.getOpaque()) {
            Thread.onSpinWait();
          }
          second.setOpaque(Thread.currentThread());
          map.compute("key", (key, old) -> computed++);
        });
  }

  /** Orders nothing: the accesses are opaque. */
  private static void awaitBlocked(AtomicReference<Thread> thread) {
    while (thread.getOpaque() == null || thread.getOpaque().getState() != Thread.State.BLOCKED) {
      Thread.onSpinWait();
    }
  }

  private static void lists() throws Exception {
    List<Integer> list = new ArrayList<>(List.of(1, 2, 3, 4));
    Cases.clean("two elements", () -> list.set(0, 5), () -> list.set(1, 5));
    Cases.racy("one element", () -> list.set(2, 5), () -> list.get(2));
    Cases.racy("copy", () -> list.set(3, 5), () -> new ArrayList<>(list));
    Cases.racy("concatenation", () -> list.add(5), () -> System.out.println("list " + list));
    Cases.racy("sort", () -> Collections.sort(list), () -> list.size());
    List<Integer> fixed = Arrays.asList(1, 2);
    Cases.racy("element of an array", () -> fixed.set(0, 5), () -> fixed.get(0));
    Cases.clean("elements of an array", () -> fixed.set(0, 5), () -> fixed.get(1));
  }

  private static void views() throws Exception {
    Map<String, String> map = new HashMap<>(Map.of("a", "b"));
    Cases.racy("values", () -> map.values().forEach(String::length), () -> map.put("c", "d"));
    TreeMap<Integer, Integer> tree = new TreeMap<>(Map.of(1, 1, 2, 2));
    Cases.racy("head map", () -> tree.headMap(2).clear(), () -> tree.firstKey());
    List<Integer> list = new ArrayList<>(List.of(1, 2, 3));
    Cases.racy("iterator", () -> list.iterator().next(), () -> list.set(0, 5));
    Cases.clean("sub-list, other element", () -> list.subList(1, 3).get(0), () -> list.set(2, 5));
    Cases.racy("sub-list", () -> list.subList(1, 3).get(0), () -> list.set(1, 5));
  }

  private static void wrappers() throws Exception {
    List<Integer> backing = new ArrayList<>();
    List<Integer> locked = Collections.synchronizedList(backing);
    Cases.clean("synchronized list", () -> locked.add(1), () -> locked.add(2));
    Cases.racy("behind a synchronized list", () -> locked.add(1), () -> backing.add(2));
    Cases.clean(
        "synchronized list, iterated with its lock",
        () -> {
          synchronized (locked) {
            locked.iterator().next();
          }
        },
        () -> locked.add(3));
    List<Integer> view = Collections.unmodifiableList(backing);
    Cases.clean("unmodifiable list", () -> view.get(0), () -> view.iterator().next());
    Cases.racy("behind an unmodifiable list", () -> view.get(0), () -> backing.add(4));
  }

  private static final class Locked extends HashMap<String, String> {
    private static final long serialVersionUID = 1;

    @Override
    public synchronized String put(String key, String value) {
      return super.put(key, value);
    }

    @Override
    public synchronized String get(Object key) {
      return super.get(key);
    }
  }

  private static void subclasses() throws Exception {
    Locked map = new Locked();
    Cases.clean("overridden with a lock", () -> map.put("a", "b"), () -> map.get("a"));
    Cases.racy("not overridden", () -> map.put("a", "b"), () -> map.containsKey("a"));
  }

  private static void others() throws Exception {
    StringBuilder text = new StringBuilder();
    Cases.racy("builder", () -> text.append("a").append(1L).append('c'), () -> text.length());
    Set<String> set = new HashSet<>();
    Cases.racy("set", () -> set.add("a"), () -> set.contains("a"));
    List<Integer> list = new ArrayList<>();
    Cases.racy("method reference", () -> List.of(1, 2).forEach(list::add), () -> list.size());
  }
}
