package dev.goguard.runtime.internal;

import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/** Vector clocks fed by {@link SyncEvents}: which points of an execution are ordered. */
public final class HappensBefore {
  private final Map<Thread, Map<Thread, Integer>> clocks = new HashMap<>();
  private final Map<Object, Map<Integer, Map<Thread, Integer>>> released = new IdentityHashMap<>();

  private final Map<Object, Map<Thread, Integer>> reads = new IdentityHashMap<>();
  private final Map<Object, Map<Thread, Integer>> writes = new IdentityHashMap<>();
  private final Set<Object> races = Collections.newSetFromMap(new IdentityHashMap<>());

  /** A point in the execution of a thread. */
  public record Point(Thread thread, int time, Map<Thread, Integer> clock) {

    public boolean isBefore(Point later) {
      return later.clock().getOrDefault(thread, 0) >= time;
    }
  }

  /** The current point of the current thread. */
  public synchronized Point point() {
    Map<Thread, Integer> clock = tick(Thread.currentThread());
    return new Point(Thread.currentThread(), clock.get(Thread.currentThread()), Map.copyOf(clock));
  }

  synchronized void acquire(Thread thread, Object sync, int slot) {
    merge(clock(thread), slots(sync).getOrDefault(slot, Map.of()));
  }

  synchronized void release(Thread thread, Object sync, int slot) {
    slots(sync).put(slot, new HashMap<>(clock(thread)));
    tick(thread);
  }

  synchronized void releaseMerge(Object sync) {
    merge(slots(sync).computeIfAbsent(-1, slot -> new HashMap<>()), clock(Thread.currentThread()));
    tick(Thread.currentThread());
  }

  synchronized void fork(Thread child) {
    merge(clock(child), clock(Thread.currentThread()));
    tick(Thread.currentThread());
  }

  synchronized void join(Thread child) {
    merge(clock(Thread.currentThread()), clock(child));
  }

  synchronized void read(Object primitive) {
    check(writes.getOrDefault(primitive, Map.of()), primitive);
    reads.computeIfAbsent(primitive, key -> new HashMap<>()).putAll(now());
  }

  synchronized void write(Object primitive) {
    check(writes.getOrDefault(primitive, Map.of()), primitive);
    check(reads.getOrDefault(primitive, Map.of()), primitive);
    writes.computeIfAbsent(primitive, key -> new HashMap<>()).putAll(now());
  }

  /** The primitives with two conflicting accesses of which neither is before the other. */
  public synchronized Set<Object> races() {
    return Set.copyOf(races);
  }

  private void check(Map<Thread, Integer> accesses, Object primitive) {
    Map<Thread, Integer> clock = clock(Thread.currentThread());
    accesses.forEach((thread, time) -> {
      if (clock.getOrDefault(thread, 0) < time) {
        races.add(primitive);
      }
    });
  }

  private Map<Thread, Integer> now() {
    Thread current = Thread.currentThread();
    return Map.of(current, clock(current).get(current));
  }

  private Map<Integer, Map<Thread, Integer>> slots(Object sync) {
    return released.computeIfAbsent(sync, key -> new HashMap<>());
  }

  private Map<Thread, Integer> clock(Thread thread) {
    return clocks.computeIfAbsent(thread, key -> new HashMap<>(Map.of(thread, 1)));
  }

  private Map<Thread, Integer> tick(Thread thread) {
    Map<Thread, Integer> clock = clock(thread);
    clock.merge(thread, 1, Integer::sum);
    return clock;
  }

  private static void merge(Map<Thread, Integer> into, Map<Thread, Integer> from) {
    from.forEach((thread, time) -> into.merge(thread, time, Math::max));
  }
}
