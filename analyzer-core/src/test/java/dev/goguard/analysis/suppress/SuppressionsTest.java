package dev.goguard.analysis.suppress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goguard.analysis.Finding;
import dev.goguard.analysis.Notification;
import dev.goguard.analysis.Sample;
import dev.goguard.analysis.Severity;
import dev.goguard.analysis.Suppressed;
import dev.goguard.analysis.ir.SourceFile;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuppressionsTest {
  private static final Set<String> RULES = Set.of("LeakyLock", "LostTask");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@SuppressWarnings(\"LeakyLock\") class A { void f() { BUG(); } }",
        "class A { @SuppressWarnings(\"LeakyLock\") void f() { BUG(); } }",
        "class A { @SuppressWarnings(value = {\"unchecked\", \"LeakyLock\"}) void f() { BUG(); } }",
        "class A { @SuppressWarnings(\"goguard:LeakyLock\") void f() { BUG(); } }",
        "class A { @java.lang.SuppressWarnings(\"LeakyLock\") void f() { BUG(); } }",
        "class A { @SuppressWarnings(\"LeakyLock\") @Other({\"}\"}) int f() throws E { BUG(); } }",
        "class A { @SuppressWarnings(\"LeakyLock\") Runnable r = () -> { BUG(); }; }",
        "class A { void f() { @SuppressWarnings(\"LeakyLock\") var x = g(() -> { BUG(); }); } }",
        "class A { void f() { for (@SuppressWarnings(\"LeakyLock\") var x : BUG()) {} } }",
        "class A { BUG @SuppressWarnings(\"LeakyLock\") void f() {} }",
        "class A { BUG @Other({\"x\"}) @SuppressWarnings(\"LeakyLock\") void f() {} }",
        "class A { void f() {\n// goguard:ignore LeakyLock it is closed elsewhere\nBUG(); } }",
        "class A { void f() {\n// goguard:ignore LeakyLock\n// another\n\nBUG(); } }",
        "class A { void f() {\nBUG(); // goguard:ignore LeakyLock\n } }",
        "class A { void f() {\nBUG(); /* goguard:ignore LostTask, LeakyLock why */\n } }",
      })
  void apply_coveredFinding_isSuppressed(String text) {
    assertThat(apply(text).suppressed()).hasSize(1);
    assertThat(apply(text).kept()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "class A { @SuppressWarnings(\"LostTask\") void f() { BUG(); } }",
        "class A { @SuppressWarnings(\"LeakyLock\") void f() { } void g() { BUG(); } }",
        "class A { @SuppressWarnings(\"LeakyLock\") int[] x = {1}; int y = BUG(); }",
        "class A { void f() { @SuppressWarnings(\"LeakyLock\") int x = 1; BUG(); } }",
        "class A { void f(@SuppressWarnings(\"LeakyLock\") int x) { BUG(); } }",
        "class A { @SuppressWarnings(\"LeakyLock\") abstract void f(); void g() { BUG(); } }",
        "class A { // @SuppressWarnings(\"LeakyLock\")\n void f() { BUG(); } }",
        "class A { String s = \"\"\"\n// goguard:ignore LeakyLock\n\"\"\"; int x = BUG(); }",
        "class A { String s = \"// goguard:ignore LeakyLock\"; int x = BUG(); }",
        "class A { // see goguard:ignore LeakyLock\n int x = BUG(); }",
        "class A { // goguard:ignored LeakyLock\n int x = BUG(); }",
        "class A {\n// goguard:ignore LeakyLock\nint x;\nint y = BUG(); }",
      })
  void apply_otherFinding_isKept(String text) {
    assertThat(apply(text).kept()).hasSize(1);
    assertThat(apply(text).suppressed()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@SuppressWarnings(\"LeakyLock\") // the caller closes it\nclass A { BUG }",
        "// the caller closes it\n@SuppressWarnings(\"LeakyLock\")\nclass A { BUG }",
        "/* the caller closes it */\n@SuppressWarnings(\"LeakyLock\")\nclass A { BUG }",
        "class A {\n// goguard:ignore LeakyLock  the caller closes it\nBUG }",
      })
  void apply_reason_isReadFromTheComment(String text) {
    assertThat(apply(text).suppressed())
        .extracting(Suppressed::reason)
        .containsExactly("the caller closes it");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@SuppressWarnings(\"LeakyLock\") class A { BUG }",
        "class A {\n// goguard:ignore LeakyLock\nBUG }",
      })
  void apply_withoutReason_isNoted(String text) {
    Suppressions.Applied applied = apply(text);
    assertThat(applied.suppressed()).hasSize(1);
    Notification note = applied.notifications().get(0);
    assertThat(note.severity()).isEqualTo(Severity.NOTE);
    assertThat(note.kind()).isEqualTo("suppression-without-reason");
    assertThat(note.message()).contains("LeakyLock");
  }

  @Test
  void apply_withReason_isNotNoted() {
    assertThat(
            apply("class A {\nBUG // goguard:ignore LeakyLock closed by f\n}").notifications())
        .isEmpty();
  }

  @Test
  void apply_commentAfterCodeAbove_isNoReason() {
    String text = "class A { int x; // counts\n@SuppressWarnings(\"LeakyLock\")\nint y = BUG; }";
    assertThat(apply(text).suppressed()).extracting(Suppressed::reason).containsExactly("");
  }

  @Test
  void apply_nestedSuppressions_theInnermostSpeaks() {
    String text =
        "@SuppressWarnings(\"LeakyLock\") // outer\nclass A {\nBUG // goguard:ignore LeakyLock inner\n}";
    assertThat(apply(text).suppressed()).extracting(Suppressed::reason).containsExactly("inner");
    assertThat(apply(text).notifications()).isEmpty();
  }

  @Test
  void apply_suppressionWithoutFinding_isUnused() {
    SourceFile file = Sample.file("A.java", "@SuppressWarnings(\"LeakyLock\")\nclass A {}");
    List<Notification> notifications =
        Suppressions.of(List.of(file)).apply(List.of(), RULES, RULES).notifications();
    assertThat(notifications).extracting(Notification::kind).containsExactly("unused-suppression");
    assertThat(notifications.get(0).location())
        .isEqualTo(Sample.at(file, "@SuppressWarnings(\"LeakyLock\")"));
  }

  @Test
  void apply_ruleThatDidNotRun_isNotCalledUnused() {
    SourceFile file = Sample.file("A.java", "// goguard:ignore LeakyLock\nclass A {}");
    Suppressions suppressions = Suppressions.of(List.of(file));
    assertThat(suppressions.apply(List.of(), Set.of("LostTask"), RULES).notifications())
        .isEmpty();
  }

  @Test
  void apply_otherToolsWarning_isNoneOfOurs() {
    SourceFile file = Sample.file("A.java", "@SuppressWarnings(\"unchecked\") class A {}");
    assertThat(Suppressions.of(List.of(file)).apply(List.of(), RULES, RULES).notifications())
        .isEmpty();
  }

  @Test
  void apply_unknownRule_suggestsOne() {
    SourceFile file = Sample.file("A.java", "// goguard:ignore LeakyLok\nclass A {}");
    assertThat(Suppressions.of(List.of(file)).apply(List.of(), RULES, RULES).notifications())
        .extracting(Notification::message)
        .containsExactly("no rule is called LeakyLok; did you mean LeakyLock?");
  }

  @Test
  void apply_commentWithoutRule_isReported() {
    SourceFile file = Sample.file("A.java", "// goguard:ignore\nclass A {}");
    assertThat(Suppressions.of(List.of(file)).apply(List.of(), RULES, RULES).notifications())
        .extracting(Notification::message)
        .singleElement()
        .asString()
        .contains("must name a rule");
  }

  private static Suppressions.Applied apply(String text) {
    SourceFile file = Sample.file("A.java", text);
    Finding finding = Sample.finding("LeakyLock", Sample.at(file, "BUG"), "lock leaks");
    return Suppressions.of(List.of(file)).apply(List.of(finding), Set.of("LeakyLock"), RULES);
  }
}
