package corpus.race;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/** Expected, found, missed and false reports, class by class, and the details of what is wrong. */
public final class RaceTable {
  private static final String ROW = "%-42s %9s %9s %7s %7s %7s %7s%n";

  private final List<Verdict> verdicts;
  private final List<RaceReport> outside;

  private RaceTable(List<Verdict> verdicts, List<RaceReport> outside) {
    this.verdicts = verdicts;
    this.outside = outside;
  }

  /** Prints the table of a log; the exit code is 1 when anything is wrong. */
  public static void main(String[] args) throws IOException {
    if (args.length != 2) {
      System.err.println("usage: RaceTable SOURCE_FOLDER LOG");
      System.exit(2);
    }
    RaceTable table = of(Files.readAllLines(Path.of(args[1])), Path.of(args[0]));
    table.printDetails(System.out);
    table.print(System.out);
    System.exit(table.isRight() ? 0 : 1);
  }

  /** Compares what the corpus wrote to standard error with the comments of its sources. */
  public static RaceTable of(List<String> log, Path sources) {
    Map<String, Expectations> read = new HashMap<>();
    return of(RunLog.of(log), name -> read.computeIfAbsent(name, n -> Expectations.of(sources, n)));
  }

  static RaceTable of(RunLog log, Function<String, Expectations> ofClass) {
    List<Verdict> verdicts = log.runs().stream()
        .map(run -> Verdict.of(run, ofClass.apply(Verdict.className(run.program()))))
        .toList();
    return new RaceTable(verdicts, log.reportsOutside());
  }

  /** Whether programs ran, each to its end, every race was reported, and nothing else. */
  public boolean isRight() {
    return !verdicts.isEmpty() && outside.isEmpty() && verdicts.stream().allMatch(Verdict::isRight);
  }

  /** Prints what is wrong, and why. */
  public void printDetails(PrintStream out) {
    verdicts.stream().filter(v -> !v.isRight()).forEach(v -> printDetails(v, out));
    outside.forEach(report -> printReport("reported outside of every program", report, out));
  }

  /** Prints the table. */
  public void print(PrintStream out) {
    out.printf(ROW, "class", "programs", "expected", "found", "missed", "false", "failed");
    byClass().forEach((name, ofClass) -> printRow(name, ofClass, 0, out));
    printRow("all", verdicts, outside.size(), out);
  }

  private Map<String, List<Verdict>> byClass() {
    return verdicts.stream()
        .collect(Collectors.groupingBy(
            v -> Verdict.className(v.program()), LinkedHashMap::new, Collectors.toList()));
  }

  private static void printRow(String name, List<Verdict> rows, int more, PrintStream out) {
    out.printf(
        ROW,
        name,
        rows.size(),
        sum(rows, Verdict::expected),
        sum(rows, Verdict::found),
        sum(rows, v -> v.missed().size()),
        more + sum(rows, v -> v.unexpected().size()),
        sum(rows, v -> v.failures().isEmpty() ? 0 : 1));
  }

  private static int sum(List<Verdict> verdicts, ToIntFunction<Verdict> number) {
    return verdicts.stream().mapToInt(number).sum();
  }

  private static void printDetails(Verdict verdict, PrintStream out) {
    verdict.failures().forEach(f -> out.println(verdict.program() + ": failed: " + f));
    verdict.missed().forEach(l -> out.println(verdict.program() + ": missed: " + l));
    verdict.unexpected().forEach(r -> printReport(verdict.program() + ": false report", r, out));
  }

  private static void printReport(String title, RaceReport report, PrintStream out) {
    out.println(title + " at " + report.places());
    report.text().forEach(line -> out.println("    " + line));
  }
}
