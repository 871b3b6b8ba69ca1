package dev.goguard.analysis.report;

import dev.goguard.analysis.Severity;
import dev.goguard.analysis.Statistics;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The one line that says what was found and how much was looked at. */
public final class Summary {
  private final Outcome outcome;

  private Summary(Outcome outcome) {
    this.outcome = outcome;
  }

  public static String of(Outcome outcome) {
    return new Summary(outcome).text();
  }

  private String text() {
    List<String> parts = new ArrayList<>();
    parts.add(found() + " in " + files());
    Statistics statistics = outcome.statistics();
    parts.add(
        String.format(Locale.ROOT, "%.1f %% of calls unresolved", statistics.unresolvedPercent()));
    addUnlessZero(parts, outcome.result().suppressed().size(), "suppressed");
    if (outcome.comparison().baselined()) {
      parts.add(outcome.comparison().unchanged().size() + " in the baseline");
      parts.add(outcome.comparison().absent().size() + " fixed since");
    }
    addUnlessZero(parts, outcome.generated(), "generated files left out");
    return String.join("; ", parts);
  }

  private String found() {
    String found = count(outcome.count(Severity.ERROR), "error")
        + ", "
        + count(outcome.count(Severity.WARNING), "warning");
    long notes = outcome.count(Severity.NOTE);
    return notes == 0 ? found : found + ", " + count(notes, "note");
  }

  private String files() {
    Statistics statistics = outcome.statistics();
    String analyzed = count(statistics.analyzed(), "file");
    return statistics.failed() == 0
        ? analyzed
        : analyzed + " (" + statistics.failed() + " MORE COULD NOT BE ANALYSED)";
  }

  private static void addUnlessZero(List<String> parts, int count, String what) {
    if (count > 0) {
      parts.add(count + " " + what);
    }
  }

  private static String count(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
