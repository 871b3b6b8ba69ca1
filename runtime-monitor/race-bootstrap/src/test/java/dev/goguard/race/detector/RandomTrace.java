package dev.goguard.race.detector;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Makes traces in which threads act only between their start and their end. */
final class RandomTrace {
  private static final String[] ACCESSES = {"rd", "rd", "wr", "ard", "awr"};
  private static final String[] PLAIN = {"rd", "rd", "wr"};
  private static final String[] SYNCS = {"acq", "acq", "acq", "rel", "merge", "rmw"};

  private final SplittableRandom random;
  private final boolean atomics;
  private final List<Integer> running = new ArrayList<>(List.of(1));
  private final List<Integer> ended = new ArrayList<>();
  private final List<Event> events = new ArrayList<>();
  private int lastThread = 1;

  private RandomTrace(SplittableRandom random) {
    this.random = random;
    this.atomics = random.nextBoolean();
  }

  static List<Event> of(SplittableRandom random, int length) {
    RandomTrace trace = new RandomTrace(random);
    while (trace.events.size() < length) {
      trace.step();
    }
    return trace.events;
  }

  private void step() {
    int thread = running.get(random.nextInt(running.size()));
    int dice = random.nextInt(20);
    if (dice == 0) {
      events.add(new Event(thread, "fork", Integer.toString(++lastThread)));
      running.add(lastThread);
    } else if (dice == 1 && running.size() > 1) {
      events.add(new Event(thread, "end", ""));
      running.remove((Integer) thread);
      ended.add(thread);
    } else if (dice == 2 && !ended.isEmpty()) {
      int joined = ended.get(random.nextInt(ended.size()));
      events.add(new Event(thread, "join", Integer.toString(joined)));
    } else if (dice < 10) {
      events.add(new Event(thread, any(SYNCS), any("m", "n", "o")));
    } else {
      events.add(new Event(thread, any(atomics ? ACCESSES : PLAIN), any("x", "y", "z")));
    }
  }

  private String any(String... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
