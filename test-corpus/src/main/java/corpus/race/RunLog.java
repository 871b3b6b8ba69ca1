package corpus.race;

import java.util.ArrayList;
import java.util.List;

/** What the corpus and the race detector wrote to standard error. */
final class RunLog {
  static final String RUN = "=== RUN ";
  static final String END = "=== END ";
  static final String FAIL = "=== FAIL ";

  private static final String RULER = "==================";

  private final List<Run> runs = new ArrayList<>();
  private final Run outside = new Run("outside of every program");
  private Run current = outside;
  private List<String> report; // null outside of reports

  private RunLog() {}

  /** What was written while one program ran. */
  static final class Run {
    private final String program;
    private final List<RaceReport> reports = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    private boolean ended;

    private Run(String program) {
      this.program = program;
    }

    String program() {
      return program;
    }

    List<RaceReport> reports() {
      return reports;
    }

    /** Why the program did not run to its end; empty when it did. */
    List<String> failures() {
      return ended || !failures.isEmpty() ? failures : List.of("the JVM ended before the program");
    }
  }

  static RunLog of(List<String> lines) {
    RunLog log = new RunLog();
    lines.forEach(log::read);
    return log;
  }

  /** The programs that were run, in order. */
  List<Run> runs() {
    return runs;
  }

  /** The reports that were written while no program ran. */
  List<RaceReport> reportsOutside() {
    return outside.reports;
  }

  private void read(String line) {
    if (line.startsWith(RUN)) {
      current = new Run(line.substring(RUN.length()).strip());
      runs.add(current);
    } else if (line.startsWith(END)) {
      current.ended = true;
      current = outside;
    } else if (line.startsWith(FAIL)) {
      current.failures.add(line.substring(FAIL.length()));
    } else {
      readReport(line);
    }
  }

  private void readReport(String line) {
    if (line.strip().equals(RaceReport.TITLE)) {
      report = new ArrayList<>();
    } else if (line.strip().equals(RULER) && report != null) {
      current.reports.add(RaceReport.of(report));
      report = null;
    } else if (report != null) {
      report.add(line);
    }
  }
}
