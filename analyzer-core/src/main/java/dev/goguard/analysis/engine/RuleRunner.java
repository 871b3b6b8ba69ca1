package dev.goguard.analysis.engine;

import dev.goguard.analysis.Analyses;
import dev.goguard.analysis.Finding;
import dev.goguard.analysis.Notification;
import dev.goguard.analysis.Pass;
import dev.goguard.analysis.Rule;
import dev.goguard.analysis.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Runs every rule; one that throws costs itself. */
final class RuleRunner {
  private static final Comparator<Finding> ORDER = Comparator.comparing(
          (Finding f) -> f.location().file())
      .thenComparing(f -> f.location().range().startOffset())
      .thenComparing(Finding::rule)
      .thenComparing(Finding::message);

  /** What the rules found, and which of them broke. */
  record Outcome(List<Finding> findings, List<Notification> notifications) {}

  private final List<Rule> rules;

  RuleRunner(List<Rule> rules) {
    this.rules = List.copyOf(rules);
  }

  Outcome run(Analyses analyses) {
    List<Finding> findings = new ArrayList<>();
    List<Notification> notifications = new ArrayList<>();
    for (Rule rule : rules) {
      var pass = new Pass(rule.info(), analyses);
      try {
        rule.run(pass);
      } catch (RuntimeException | StackOverflowError e) {
        notifications.add(crash(rule, e));
      }
      findings.addAll(pass.findings());
    }
    findings.sort(ORDER);
    return new Outcome(withoutRepeats(findings), notifications);
  }

  /** Code that stands in several graphs is found several times, and is one bug. */
  private static List<Finding> withoutRepeats(List<Finding> sorted) {
    Set<List<Object>> seen = new HashSet<>();
    return sorted.stream()
        .filter(f -> seen.add(List.of(f.rule(), f.location())))
        .toList();
  }

  private static Notification crash(Rule rule, Throwable cause) {
    StackTraceElement[] stack = cause.getStackTrace();
    String where = stack.length == 0 ? "" : " at " + stack[0];
    String message =
        "rule %s failed (%s%s): this is a bug of GoGuard; its findings are missing, those of the other rules are not"
            .formatted(rule.info().name(), cause, where);
    return new Notification(
        Severity.ERROR, "rule-crash", message, null, rule.info().name());
  }
}
