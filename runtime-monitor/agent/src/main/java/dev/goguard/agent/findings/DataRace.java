package dev.goguard.agent.findings;

import dev.goguard.analysis.Pass;
import dev.goguard.analysis.Rule;
import dev.goguard.analysis.RuleInfo;
import dev.goguard.analysis.Severity;
import java.util.List;

/** The rule that a running program breaks when two of its threads race. */
final class DataRace implements Rule {
  static final String NAME = "DataRace";

  @Override
  public RuleInfo info() {
    return new RuleInfo(
        NAME,
        Severity.ERROR,
        "two threads use a variable at once, and one of them writes it",
        List.of(362, 366),
        "race");
  }

  /** Finds nothing: what breaks this rule is found while the program runs. */
  @Override
  public void run(Pass pass) {}
}
