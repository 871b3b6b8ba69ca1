package dev.goguard.race.detector;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All races of a trace by definition: each event has the set of the events that happen before it.
 */
final class HappensBefore {
  private final List<Event> trace;
  private final List<BitSet> before = new ArrayList<>();
  private final Map<Integer, BitSet> threads = new HashMap<>();
  private final Map<String, BitSet> released = new HashMap<>();

  private HappensBefore(List<Event> trace) {
    this.trace = trace;
    for (int i = 0; i < trace.size(); i++) {
      add(trace.get(i), i);
    }
  }

  /** Every racing pair of a trace. */
  static List<Race> races(List<Event> trace) {
    HappensBefore order = new HappensBefore(trace);
    List<Race> races = new ArrayList<>();
    for (int later = 0; later < trace.size(); later++) {
      for (int earlier = 0; earlier < later; earlier++) {
        if (order.isRace(earlier, later)) {
          races.add(new Race(trace.get(later).object(), earlier + 1, later + 1));
        }
      }
    }
    return races;
  }

  private boolean isRace(int earlier, int later) {
    Event a = trace.get(earlier);
    Event b = trace.get(later);
    return a.isAccess()
        && b.isAccess()
        && a.object().equals(b.object())
        && Cell.conflict(a.kind(), b.kind())
        && !before.get(later).get(earlier);
  }

  private void add(Event event, int number) {
    BitSet known = threads.computeIfAbsent(event.thread(), key -> new BitSet());
    learn(event, known);
    before.add((BitSet) known.clone());
    known.set(number);
    release(event, known);
  }

  private void learn(Event event, BitSet known) {
    switch (event.operation()) {
      case "acq", "rmw" -> known.or(released.getOrDefault(event.object(), new BitSet()));
      case "join" -> known.or(threads.getOrDefault(event.otherThread(), new BitSet()));
      default -> {}
    }
  }

  private void release(Event event, BitSet known) {
    switch (event.operation()) {
      case "rel" -> released.put(event.object(), (BitSet) known.clone());
      case "merge", "rmw" ->
        released.computeIfAbsent(event.object(), key -> new BitSet()).or(known);
      case "fork" -> threads.put(event.otherThread(), (BitSet) known.clone());
      default -> {}
    }
  }
}
