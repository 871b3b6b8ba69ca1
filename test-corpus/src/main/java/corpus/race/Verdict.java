package corpus.race;

import corpus.race.RaceReport.Place;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;

/**
 * What was right and wrong about the reports of one program.
 *
 * @param expected the number of races that its comments promise
 * @param missed the labels of races that were not reported
 * @param unexpected the reports that no label covers, or that do not show both stacks whole
 * @param failures why the program did not run to its end
 */
record Verdict(
    String program,
    int expected,
    Set<String> missed,
    List<RaceReport> unexpected,
    List<String> failures) {

  static Verdict of(RunLog.Run run, Expectations expectations) {
    Map<String, SortedSet<Integer>> races = expectations.races(method(run.program()));
    String file = className(run.program()).replace('.', '/') + ".java";
    Set<String> missed = new LinkedHashSet<>(races.keySet());
    List<RaceReport> unexpected = new ArrayList<>();
    for (RaceReport report : run.reports()) {
      List<String> covering = races.keySet().stream()
          .filter(l -> covers(report, file, races.get(l)))
          .toList();
      if (covering.isEmpty()) {
        unexpected.add(report);
      }
      covering.forEach(missed::remove);
    }
    return new Verdict(run.program(), races.size(), missed, unexpected, run.failures());
  }

  /** Two lines of the race; twice the same only when there is no other. */
  private static boolean covers(RaceReport report, String file, Set<Integer> lines) {
    List<Place> places = report.places();
    return report.complete()
        && places.size() == 2
        && places.stream().allMatch(p -> p.file().equals(file) && lines.contains(p.line()))
        && Set.copyOf(places).size() == Math.min(2, lines.size());
  }

  static String className(String program) {
    return program.substring(0, program.lastIndexOf('.'));
  }

  private static String method(String program) {
    return program.substring(program.lastIndexOf('.') + 1);
  }

  int found() {
    return expected - missed.size();
  }

  boolean isRight() {
    return missed.isEmpty() && unexpected.isEmpty() && failures.isEmpty();
  }
}
