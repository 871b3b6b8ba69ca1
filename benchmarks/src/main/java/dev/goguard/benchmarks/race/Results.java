package dev.goguard.benchmarks.race;

import dev.goguard.benchmarks.Samples;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** What was measured, and the ratios of it; a ratio of something missing is not a number. */
final class Results {
  private final Map<Kernel, Map<Contender, Cell>> cells = new EnumMap<>(Kernel.class);
  private final Map<Kernel, String> checksums = new EnumMap<>(Kernel.class);
  private final List<String> problems = new ArrayList<>();

  /** Adds what a process printed, unless its work came to something else than that of others. */
  void add(Kernel kernel, Contender contender, Output output) {
    var cell = cell(kernel, contender);
    if (output.checksums().isEmpty()) {
      problems.add("%s: %s failed".formatted(kernel.title(), contender.title()));
    } else if (isExpected(kernel, output.checksums().get(0))) {
      cell.add(output);
    } else {
      problems.add("%s: %s did other work, its checksum is %s instead of %s"
          .formatted(
              kernel.title(), contender.title(), output.checksums().get(0), checksums.get(kernel)));
    }
  }

  private boolean isExpected(Kernel kernel, String checksum) {
    return checksums.computeIfAbsent(kernel, none -> checksum).equals(checksum);
  }

  Cell cell(Kernel kernel, Contender contender) {
    return cells
        .computeIfAbsent(kernel, none -> new EnumMap<>(Contender.class))
        .computeIfAbsent(contender, none -> new Cell());
  }

  Set<Kernel> kernels() {
    return cells.keySet();
  }

  List<String> problems() {
    return problems;
  }

  double timeRatio(Kernel kernel) {
    return ratio(
        cell(kernel, Contender.JAVA_RACE).milliseconds(),
        cell(kernel, Contender.JAVA).milliseconds());
  }

  double goRatio(Kernel kernel) {
    return ratio(
        cell(kernel, Contender.GO_RACE).milliseconds(),
        cell(kernel, Contender.GO).milliseconds());
  }

  double heapRatio(Kernel kernel) {
    return ratio(
        cell(kernel, Contender.JAVA_RACE).megabytes(),
        cell(kernel, Contender.JAVA).megabytes());
  }

  /** The time ratio, where there is one of Go too. */
  double sharedRatio(Kernel kernel) {
    return Double.isNaN(goRatio(kernel)) ? Double.NaN : timeRatio(kernel);
  }

  private static double ratio(Samples race, Samples plain) {
    return race.isEmpty() || plain.isEmpty() ? Double.NaN : race.median() / plain.median();
  }

  /** The geometric mean of a ratio over the programs that have it. */
  double mean(ToDoubleFunction<Kernel> ratio) {
    double logarithms = kernels().stream()
        .mapToDouble(ratio)
        .filter(value -> !Double.isNaN(value))
        .map(Math::log)
        .average()
        .orElse(Double.NaN);
    return Math.exp(logarithms);
  }
}
