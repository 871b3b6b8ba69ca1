package dev.goguard.analysis;

import java.util.List;

/**
 * What is known of a rule without running it.
 *
 * @param name the bug in UpperCamelCase: the id everywhere
 * @param severity of its findings unless a finding says otherwise
 * @param summary one line, lower-case, no period
 * @param cwe CWE numbers
 * @param family folder of the rule and its sample
 */
public record RuleInfo(
    String name, Severity severity, String summary, List<Integer> cwe, String family) {

  public RuleInfo {
    cwe = List.copyOf(cwe);
  }
}
