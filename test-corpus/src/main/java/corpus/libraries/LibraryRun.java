package corpus.libraries;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * A library's tests without and with the race detector.
 *
 * @param plain the tests without
 * @param watched the tests with
 * @param races what was reported, the first of each key
 * @param labels what a reader said
 */
record LibraryRun(TestResults plain, TestResults watched, List<ReportedRace> races, Labels labels) {
  private static final int MOST = 20;

  LibraryRun {
    races = distinct(races);
  }

  /** The run in a folder that holds {@code plain} and {@code race}, each with reports of tests. */
  static LibraryRun read(Path folder, Path labels) throws IOException {
    return new LibraryRun(
        TestResults.read(folder.resolve("plain")),
        TestResults.read(folder.resolve("race")),
        races(folder.resolve("race")),
        Labels.read(labels));
  }

  private static List<ReportedRace> races(Path folder) throws IOException {
    List<ReportedRace> races = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "{races*,output}")) {
      for (Path file : files) {
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        races.addAll(ReportedRace.in(text.lines().toList()));
      }
    }
    return races;
  }

  private static List<ReportedRace> distinct(List<ReportedRace> races) {
    Map<String, ReportedRace> byKey = new LinkedHashMap<>();
    races.forEach(r -> byKey.putIfAbsent(r.key(), r));
    return List.copyOf(byKey.values());
  }

  /** The tests that ended otherwise with the detector, but for the flaky ones. */
  List<String> changed() {
    TreeSet<String> tests = new TreeSet<>(plain.byTest().keySet());
    tests.addAll(watched.byTest().keySet());
    tests.removeIf(t -> labels.isFlaky(t) || same(t));
    return tests.stream()
        .map(t ->
            t + ": " + plain.byTest().get(t) + ", with race " + watched.byTest().get(t))
        .toList();
  }

  private boolean same(String test) {
    return plain.byTest().get(test) == watched.byTest().get(test);
  }

  List<ReportedRace> unlabelled() {
    return races.stream().filter(r -> labels.of(r).isEmpty()).toList();
  }

  private long count(Label.Kind kind) {
    return races.stream()
        .flatMap(r -> labels.of(r).stream())
        .filter(l -> l.kind() == kind)
        .count();
  }

  boolean isRight() {
    return !plain.byTest().isEmpty() && changed().isEmpty() && unlabelled().isEmpty();
  }

  void print(String name, PrintStream out) {
    out.printf(
        "%s: %d tests passed, %d failed, %d skipped; races: %d true, %d benign, %d false, %d unlabelled%n",
        name,
        watched.count(TestResults.Result.PASSED),
        watched.count(TestResults.Result.FAILED),
        watched.count(TestResults.Result.SKIPPED),
        count(Label.Kind.TRUE),
        count(Label.Kind.BENIGN),
        count(Label.Kind.FALSE),
        unlabelled().size());
    print(changed(), out);
    unlabelled().forEach(r -> print(r, out));
  }

  /** Not all: when a run breaks off, every later test has changed. */
  private static void print(List<String> changed, PrintStream out) {
    changed.stream().limit(MOST).forEach(t -> out.println("changed: " + t));
    if (changed.size() > MOST) {
      out.println("changed: " + (changed.size() - MOST) + " more");
    }
  }

  private static void print(ReportedRace race, PrintStream out) {
    out.println("unlabelled: " + race.key());
    race.text().forEach(out::println);
  }
}
