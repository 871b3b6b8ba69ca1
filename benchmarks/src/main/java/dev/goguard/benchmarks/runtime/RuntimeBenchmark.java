package dev.goguard.benchmarks.runtime;

import dev.goguard.benchmarks.Machine;
import dev.goguard.benchmarks.Processes;
import dev.goguard.benchmarks.RowNames;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * Measures the goroutine runtime and its peers in turn and prints one table:
 * {@code RuntimeBenchmark GO-VERSION GO-BINARY [ROW…]}, where the binary is empty when there is
 * none.
 */
public final class RuntimeBenchmark {
  private final Effort effort = Effort.asked();
  private final Properties versions = versions();
  private final String goVersion;
  private final String goBinary;
  private final Map<Contender, String> missing = new EnumMap<>(Contender.class);

  private RuntimeBenchmark(String goVersion, String goBinary) throws IOException {
    this.goVersion = goVersion;
    this.goBinary = goBinary;
  }

  public static void main(String[] args) throws Exception {
    System.setProperty("jmh.ignoreLock", "true");
    var names = Arrays.asList(args).subList(2, args.length);
    new RuntimeBenchmark(args[0], args[1]).run(RowNames.select(Row.values(), names));
  }

  private void run(List<Row> rows) throws Exception {
    findMissing();
    var table = new RuntimeTable(titles(), missing);
    for (var row : rows) {
      measure(row, table);
    }
    table.print(System.out);
    System.out.println();
    System.out.println(conditions());
  }

  private void findMissing() throws IOException, InterruptedException {
    if (!Processes.isExecutable(goBinary)) {
      missing.put(Contender.GO, "no Go toolchain is installed, or it cannot build benchmarks/go");
    }
    if (!Processes.succeeds(Processes.java(Contender.GMP.flags(), SchedulerProbe.class))) {
      missing.put(Contender.GMP, "not available: the JVM did not start on this scheduler");
    }
  }

  private void measure(Row row, RuntimeTable table) throws Exception {
    for (int round = 1; round <= effort.rounds(); round++) {
      for (var contender : Contender.values()) {
        if (contender.offers(row.load().shape()) && !missing.containsKey(contender)) {
          var measured = cell(row, contender).measure(row, contender);
          table.samples(row, contender).addAll(measured);
          System.err.printf(
              "round %d: %s: %s: %s%n", round, row.title(), contender.title(), inBrief(measured));
        }
      }
    }
  }

  private Cell cell(Row row, Contender contender) {
    if (contender == Contender.GO) {
      return new GoCell(goBinary, effort);
    }
    return row.load().shape() == Shape.PARKED ? new ParkedCell() : new JvmCell(effort);
  }

  private static String inBrief(List<Double> measured) {
    return measured.isEmpty()
        ? "failed"
        : measured.stream().map("%.1f"::formatted).collect(Collectors.joining(" "));
  }

  private Map<Contender, String> titles() {
    var titles = new EnumMap<Contender, String>(Contender.class);
    for (var contender : Contender.values()) {
      titles.put(contender, contender.title());
    }
    titles.put(Contender.GO, goVersion);
    titles.put(Contender.KOTLIN, "Kotlin coroutines " + versions.getProperty("kotlin"));
    titles.put(Contender.JOX, "Jox " + versions.getProperty("jox"));
    titles.put(Contender.JDK, "JDK " + Runtime.version().feature());
    return titles;
  }

  private String conditions() {
    return """
        Nanoseconds per operation, or bytes in the row that says so: the median of all iterations, ± half
        the distance between the quartiles. A ratio in bold misses its goal. A dash stands where a contender
        has nothing of the kind. %s,
        on JMH %s where it is a JVM, with `%s`,
        on %s.
        A spin hint (PAUSE) takes %.1f ns here.""".formatted(
            effort,
            versions.getProperty("jmh"),
            String.join(" ", Contender.FLAGS),
            Machine.description(),
            SpinHint.nanoseconds());
  }

  private static Properties versions() throws IOException {
    var versions = new Properties();
    try (var stream = RuntimeBenchmark.class.getResourceAsStream("versions.properties")) {
      versions.load(stream);
    }
    return versions;
  }
}
