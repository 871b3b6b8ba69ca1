package dev.goguard.analysis;

import java.util.List;

/**
 * A bug that a rule found.
 *
 * @param rule name of the rule
 * @param message names the code element, says the consequence, says the mend; lower-case, no final
 *     period
 * @param location where the mend belongs
 * @param element the enclosing method in words, {@code shop.Bank.open}; part of the fingerprint, so
 *     without line numbers
 * @param related further places, each with what it has to do with the finding
 * @param flows what the threads involved do, one flow each; empty when the location says it all
 * @param fingerprint stable across moved lines, unique within one run; empty until the engine has
 *     set it
 */
public record Finding(
    String rule,
    Severity severity,
    String message,
    Location location,
    String element,
    List<FlowStep> related,
    List<Flow> flows,
    String fingerprint) {

  public Finding {
    related = List.copyOf(related);
    flows = List.copyOf(flows);
  }

  /** The same finding, known by {@code newFingerprint}. */
  public Finding withFingerprint(String newFingerprint) {
    return new Finding(rule, severity, message, location, element, related, flows, newFingerprint);
  }
}
