package dev.goguard.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** What was chosen in an execution, and what is to be chosen in the next one: depth first. */
final class Choices {
  private record Choice(int taken, int options) {}

  private final List<Choice> path = new ArrayList<>();
  private final SplittableRandom random; // null: every path in turn
  private int at;

  Choices(SplittableRandom random) {
    this.random = random;
  }

  int choose(int options) {
    if (options == 1) {
      return 0;
    }
    if (random != null) {
      return random.nextInt(options);
    }
    if (at == path.size()) {
      path.add(new Choice(0, options));
    }
    Choice choice = path.get(at++);
    if (choice.options != options) {
      throw new IllegalStateException("the program does not repeat itself");
    }
    return choice.taken;
  }

  /** Whether with a chance of one in so many, when choosing at random. */
  boolean rarely(int times) {
    return random == null || random.nextInt(times) == 0;
  }

  /** Turns to the next path, when not choosing at random; false when all have been taken. */
  boolean next() {
    at = 0;
    while (!path.isEmpty()) {
      Choice last = path.removeLast();
      if (last.taken + 1 < last.options) {
        path.add(new Choice(last.taken + 1, last.options));
        return true;
      }
    }
    return false;
  }
}
