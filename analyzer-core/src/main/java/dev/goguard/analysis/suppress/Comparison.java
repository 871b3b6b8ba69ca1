package dev.goguard.analysis.suppress;

import dev.goguard.analysis.Finding;
import java.util.List;
import java.util.Set;

/**
 * Findings beside a baseline.
 *
 * @param baselined whether there is a baseline; without one every finding is fresh
 * @param fresh findings that the baseline does not have
 * @param unchanged fingerprints of findings that it has
 * @param absent what it has and is no longer found
 */
public record Comparison(
    boolean baselined, List<Finding> fresh, Set<String> unchanged, List<Baseline.Entry> absent) {

  public Comparison {
    fresh = List.copyOf(fresh);
    unchanged = Set.copyOf(unchanged);
    absent = List.copyOf(absent);
  }

  /** The comparison of a run without a baseline. */
  public static Comparison withoutBaseline(List<Finding> findings) {
    return new Comparison(false, findings, Set.of(), List.of());
  }
}
