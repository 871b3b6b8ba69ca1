package dev.goguard.analysis.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goguard.analysis.Code;
import dev.goguard.analysis.Finding;
import dev.goguard.analysis.Notification;
import dev.goguard.analysis.Pass;
import dev.goguard.analysis.Rule;
import dev.goguard.analysis.RuleInfo;
import dev.goguard.analysis.Severity;
import dev.goguard.analysis.program.Body;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class RuleRunnerTest {
  private static final Code CODE = Code.of("class A { void a() {} void b() {} }");

  private static Rule rule(String name, Consumer<Pass> run) {
    RuleInfo info = new RuleInfo(name, Severity.WARNING, "any", List.of(), "any");
    return new Rule() {
      @Override
      public RuleInfo info() {
        return info;
      }

      @Override
      public void run(Pass pass) {
        run.accept(pass);
      }
    };
  }

  private static void report(Pass pass, String method, String message) {
    Body body = CODE.body(method);
    pass.report(body, body.method().range(), message).submit();
  }

  private static RuleRunner.Outcome run(Rule... rules) {
    return new RuleRunner(List.of(rules)).run(CODE.analyses());
  }

  @Test
  void run_ruleThrows_costsOnlyItself() {
    RuleRunner.Outcome outcome = run(
        rule("Broken", pass -> {
          throw new IllegalStateException("no such body");
        }),
        rule("Good", pass -> report(pass, "a", "found")));
    assertThat(outcome.findings()).extracting(Finding::rule).containsExactly("Good");
    assertThat(outcome.notifications()).singleElement().satisfies(n -> {
      assertThat(n.kind()).isEqualTo("rule-crash");
      assertThat(n.severity()).isEqualTo(Severity.ERROR);
      assertThat(n.rule()).isEqualTo("Broken");
      assertThat(n.message()).contains("Broken", "no such body", "RuleRunnerTest");
    });
  }

  @Test
  void run_ruleThrowsLate_keepsWhatItFound() {
    RuleRunner.Outcome outcome = run(rule("Broken", pass -> {
      report(pass, "a", "found before");
      throw new IllegalArgumentException();
    }));
    assertThat(outcome.findings()).extracting(Finding::message).containsExactly("found before");
    assertThat(outcome.notifications()).extracting(Notification::rule).containsExactly("Broken");
  }

  @Test
  void run_ruleOverflowsTheStack_costsOnlyItself() {
    RuleRunner.Outcome outcome = run(
        rule("Deep", RuleRunnerTest::overflow), rule("Good", pass -> report(pass, "a", "found")));
    assertThat(outcome.findings()).hasSize(1);
    assertThat(outcome.notifications()).extracting(Notification::rule).containsExactly("Deep");
  }

  private static void overflow(Pass pass) {
    overflow(pass);
    overflow(pass);
  }

  @Test
  void run_findings_areInOrderOfPlaceThenRule() {
    RuleRunner.Outcome outcome = run(
        rule("Second", pass -> {
          report(pass, "b", "two");
          report(pass, "a", "one");
        }),
        rule("First", pass -> report(pass, "b", "three")));
    assertThat(outcome.findings())
        .extracting(Finding::message)
        .containsExactly("one", "three", "two");
  }

  @Test
  void run_sameRuleAndPlace_isOneFinding() {
    RuleRunner.Outcome outcome = run(
        rule("One", pass -> {
          report(pass, "a", "b seen twice");
          report(pass, "a", "a seen twice");
          report(pass, "b", "elsewhere");
        }),
        rule("Two", pass -> report(pass, "a", "another rule")));
    assertThat(outcome.findings())
        .extracting(Finding::message)
        .containsExactly("a seen twice", "another rule", "elsewhere");
  }

  @Test
  void submit_report_namesElementAndSeverity() {
    RuleRunner.Outcome outcome = run(rule(
        "One",
        pass -> pass.report(CODE.body("a"), CODE.body("a").method().range(), "found")
            .severity(Severity.NOTE)
            .related(CODE.body("b"), CODE.body("b").method().range(), "the other")
            .submit()));
    Finding finding = outcome.findings().get(0);
    assertThat(finding.element()).isEqualTo("A.a");
    assertThat(finding.severity()).isEqualTo(Severity.NOTE);
    assertThat(finding.location().file()).isEqualTo("A.java");
    assertThat(finding.related()).extracting(s -> s.message()).containsExactly("the other");
  }
}
