package dev.goguard.benchmarks.race;

import dev.goguard.benchmarks.Samples;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;

/** The results as Markdown: a row per program, then the means; what misses its goal is bold. */
final class RaceTable {
  static final double TIME_GOAL = 2.5;
  static final double HEAP_GOAL = 3.0;
  private static final double NO_GOAL = Double.POSITIVE_INFINITY;

  private static final String HEAD = """
      | | JVM ms | with the agent | ratio | Go's ratio | Go ms | with `-race` | live MB | with the agent | ratio |
      | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
      """;

  private final Results results;
  private final Map<Contender, String> missing;

  /** A table of results in which some contenders are missing, for the reasons given. */
  RaceTable(Results results, Map<Contender, String> missing) {
    this.results = results;
    this.missing = missing;
  }

  void print(PrintStream out) {
    out.print(HEAD);
    results.kernels().forEach(kernel -> out.println(row(kernel)));
    out.println(means());
    out.println(sharedMeans());
    missing.forEach((contender, why) -> out.printf("%n%s: %s%n", contender.title(), why));
    results.problems().forEach(problem -> out.printf("%n**%s**%n", problem));
  }

  private String row(Kernel kernel) {
    double go = results.goRatio(kernel);
    return line(
        kernel.title(),
        time(kernel, Contender.JAVA),
        time(kernel, Contender.JAVA_RACE),
        ratio(results.timeRatio(kernel), Double.isNaN(go) ? NO_GOAL : go),
        ratio(go, NO_GOAL),
        time(kernel, Contender.GO),
        time(kernel, Contender.GO_RACE),
        heap(kernel, Contender.JAVA),
        heap(kernel, Contender.JAVA_RACE),
        ratio(results.heapRatio(kernel), HEAP_GOAL));
  }

  private String means() {
    return line(
        "geometric mean",
        "",
        "",
        ratio(results.mean(results::timeRatio), TIME_GOAL),
        "",
        "",
        "",
        "",
        "",
        ratio(results.mean(results::heapRatio), HEAP_GOAL));
  }

  private String sharedMeans() {
    double go = results.mean(results::goRatio);
    return line(
        "geometric mean where Go has it",
        "",
        "",
        ratio(results.mean(results::sharedRatio), go),
        ratio(go, NO_GOAL),
        "",
        "",
        "",
        "",
        "");
  }

  private static String line(String... cells) {
    return "| " + String.join(" | ", cells) + " |";
  }

  private String time(Kernel kernel, Contender contender) {
    if (!kernel.isRunBy(contender)) {
      return "–";
    }
    var samples = results.cell(kernel, contender).milliseconds();
    return samples.isEmpty()
        ? absent(contender)
        : format("%.1f ±%.0f %%", samples.median(), 100 * samples.spread());
  }

  private String heap(Kernel kernel, Contender contender) {
    Samples samples = results.cell(kernel, contender).megabytes();
    return samples.isEmpty() ? absent(contender) : format("%.1f", samples.median());
  }

  private String absent(Contender contender) {
    return missing.containsKey(contender) ? "missing" : "failed";
  }

  private static String ratio(double value, double goal) {
    if (Double.isNaN(value)) {
      return "–";
    }
    return format(value > goal ? "**%.2f**" : "%.2f", value);
  }

  private static String format(String text, Object... values) {
    return String.format(Locale.ROOT, text, values);
  }
}
