package dev.goguard.benchmarks.race;

import dev.goguard.benchmarks.Samples;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How long a small program takes from the start of its process to the end. */
final class StartUp {
  static final double GOAL_SECONDS = 0.5;
  private final Map<Contender, Samples> seconds = new EnumMap<>(Contender.class);

  void add(Contender contender, double measured) {
    seconds.computeIfAbsent(contender, none -> new Samples()).addAll(List.of(measured));
  }

  /** A sentence with what the agent adds, bold when it misses the goal. */
  String sentence() {
    if (!seconds.containsKey(Contender.JAVA) || !seconds.containsKey(Contender.JAVA_RACE)) {
      return "Start-up: not measured.";
    }
    double plain = seconds.get(Contender.JAVA).median();
    double race = seconds.get(Contender.JAVA_RACE).median();
    return String.format(
        Locale.ROOT,
        "Start-up, a small test program from start to end: %.2f s, %.2f s with the agent, %s more.",
        plain,
        race,
        String.format(
            Locale.ROOT, race - plain > GOAL_SECONDS ? "**%.2f s**" : "%.2f s", race - plain));
  }
}
