package dev.goguard.benchmarks;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** The result as Markdown: one row per contestant, then what it was measured on. */
record Table(List<Series> field, long lines, int rounds) {
  private static final String HEAD = """
      | | wall s, median | min to max | lines/s | ratio | peak heap MB | after GC MB | peak RSS MB |
      | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
      """;

  void print(PrintStream out) {
    out.print(HEAD);
    field.forEach(series -> out.println(series.isEmpty() ? missing(series) : row(series)));
    out.println();
    out.println(conditions());
  }

  private static String missing(Series series) {
    return "| %s | missing | | | | | | |".formatted(series.contestant().title());
  }

  private String row(Series series) {
    double seconds = series.median(Measurement::seconds);
    return String.format(
        Locale.ROOT,
        "| %s | %.1f | %.1f to %.1f | %.0f | %.2f | %.0f | %.0f | %s |",
        series.contestant().title(),
        seconds,
        series.least(Measurement::seconds),
        series.most(Measurement::seconds),
        lines / seconds,
        seconds / field.get(0).median(Measurement::seconds),
        series.median(run -> run.heap().peakMegabytes()),
        series.median(run -> run.heap().largestAfterCollection()),
        resident(series));
  }

  private static String resident(Series series) {
    double megabytes = series.median(Measurement::residentMegabytes);
    return megabytes < 0 ? "?" : String.valueOf(Math.round(megabytes));
  }

  private String conditions() {
    return String.format(
        Locale.ROOT, """
        %,d lines; %d rounds in turn; the ratio is to the first row. Each is a whole process with
        `%s`, on %s.
        Peak heap counts garbage; after GC is the most that was left by a collection.""", lines, rounds, String.join(" ", Jvm.FLAGS), Machine.description());
  }
}
