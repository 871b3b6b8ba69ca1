package dev.goguard.benchmarks.runtime;

import dev.goguard.benchmarks.Samples;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The result as Markdown: a row per program, a column per contender, then the ratios. */
final class RuntimeTable {
  private final Map<Contender, String> titles;
  private final Map<Contender, String> missing;
  private final Map<Row, Map<Contender, Samples>> cells = new EnumMap<>(Row.class);

  /** A table in which each contender is called as {@code titles} says, and some are missing. */
  RuntimeTable(Map<Contender, String> titles, Map<Contender, String> missing) {
    this.titles = titles;
    this.missing = missing;
  }

  Samples samples(Row row, Contender contender) {
    return cells
        .computeIfAbsent(row, none -> new EnumMap<>(Contender.class))
        .computeIfAbsent(contender, none -> new Samples());
  }

  void print(PrintStream out) {
    out.println(line("", titles::get) + ratioTitles());
    out.println("| --- |" + " ---: |".repeat(titles.size() + Ratio.values().length));
    cells
        .keySet()
        .forEach(row ->
            out.println(line(row.title(), contender -> cell(row, contender)) + ratios(row)));
    missing.forEach((contender, why) -> out.printf("%n%s: %s%n", contender.title(), why));
  }

  private static String line(String head, Function<Contender, String> text) {
    return Arrays.stream(Contender.values())
        .map(text)
        .collect(Collectors.joining(" | ", "| " + head + " | ", " |"));
  }

  private static String ratioTitles() {
    return Arrays.stream(Ratio.values())
        .map(ratio -> " " + ratio.title() + " |")
        .collect(Collectors.joining());
  }

  private String cell(Row row, Contender contender) {
    if (!contender.offers(row.load().shape())) {
      return "–";
    }
    if (missing.containsKey(contender)) {
      return "missing";
    }
    var samples = samples(row, contender);
    return samples.isEmpty()
        ? "failed"
        : format("%s ±%.0f %%", figure(samples.median()), 100 * samples.spread());
  }

  private static String figure(double value) {
    return format(value < 100 ? "%.1f" : "%,.0f", value);
  }

  private String ratios(Row row) {
    return Arrays.stream(Ratio.values())
        .map(ratio -> " " + ratio(row, ratio) + " |")
        .collect(Collectors.joining());
  }

  private String ratio(Row row, Ratio ratio) {
    var pair = List.of(samples(row, ratio.one()), samples(row, ratio.other()));
    if (pair.stream().anyMatch(Samples::isEmpty)) {
      return "–";
    }
    double value = pair.get(0).median() / pair.get(1).median();
    return format(value > ratio.goal(row) ? "**%.2f**" : "%.2f", value);
  }

  private static String format(String text, Object... values) {
    return String.format(Locale.ROOT, text, values);
  }
}
