package dev.goguard.analysis.report;

import dev.goguard.analysis.Finding;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How many findings each rule has. */
public final class RuleCounts {
  private RuleCounts() {}

  /** Counts by name of the rule, in alphabetical order; rules without findings left out. */
  public static Map<String, Long> of(List<Finding> findings) {
    return findings.stream()
        .collect(Collectors.groupingBy(Finding::rule, TreeMap::new, Collectors.counting()));
  }
}
