package corpus.libraries;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A race as the detector wrote it.
 *
 * @param variable what is raced on
 * @param sites the methods of the two accesses in order of their names; one when both are the same
 * @param text the report, line by line
 */
record ReportedRace(String variable, List<String> sites, List<String> text) {
  private static final String TITLE = "WARNING: DATA RACE";
  private static final String RULE = "==================";
  private static final Pattern ACCESS =
      Pattern.compile("(?:Previous )?(?i:read|write|access|atomic \\w+)(?: of)? (.+?)(?: by .*)?:");
  private static final Pattern FRAME =
      Pattern.compile("\\s+(?:at )?(?:[^\\s(]*/)?([^\\s(/]+)\\(.*\\)\\s*");
  private static final Pattern JDK = Pattern.compile("(?:java|javax|jdk|sun|com\\.sun)\\..*");

  ReportedRace {
    sites = List.copyOf(sites);
    text = List.copyOf(text);
  }

  /** The races among the lines, which may hold anything else as well. */
  static List<ReportedRace> in(List<String> lines) {
    List<ReportedRace> races = new ArrayList<>();
    List<String> report = null;
    for (String line : lines) {
      if (line.equals(TITLE)) {
        report = new ArrayList<>();
      } else if (report != null && line.equals(RULE)) {
        races.add(of(report));
        report = null;
      } else if (report != null) {
        report.add(line);
      }
    }
    return races;
  }

  private static ReportedRace of(List<String> text) {
    String variable = "?";
    TreeSet<String> sites = new TreeSet<>();
    int accesses = 0;
    boolean placed = true;
    for (String line : text) {
      Matcher access = ACCESS.matcher(line);
      Matcher frame = FRAME.matcher(line);
      if (access.matches() && accesses < 2) {
        variable = accesses++ == 0 ? access.group(1) : variable;
        placed = false;
      } else if (!placed && frame.matches() && !JDK.matcher(frame.group(1)).matches()) {
        sites.add(frame.group(1));
        placed = true;
      }
    }
    return new ReportedRace(variable, List.copyOf(sites), text);
  }

  /** What a label names: {@code variable: site site}. */
  String key() {
    return variable + ": " + String.join(" ", sites);
  }
}
