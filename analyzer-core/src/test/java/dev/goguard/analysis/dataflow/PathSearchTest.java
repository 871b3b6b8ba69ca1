package dev.goguard.analysis.dataflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goguard.analysis.Code;
import dev.goguard.analysis.cfg.Cfg;
import dev.goguard.analysis.cfg.Cfg.EdgeKind;
import dev.goguard.analysis.cfg.Cfg.Node;
import dev.goguard.analysis.model.EventKind;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PathSearchTest {
  private static final String CLASS = """
      class A {
        boolean field; Object other;
        void call() {}
        void m(boolean p, boolean q, int x, Object o) {
          int one, two;
      """;

  /** Whether some path to the exit assigns these locals, of one and two, and no others. */
  private static boolean hasPath(String statements, String assigned) {
    return search(Code.of(CLASS + statements + "}}"), assigned).isPresent();
  }

  private static Optional<PathSearch.Witness<String>> search(Code code, String assigned) {
    Cfg cfg = code.cfg("m");
    return new PathSearch<String>(cfg, code.analyses().values(), PathSearchTest::assign)
        .find("", (node, state) -> node == cfg.exit() && state.equals(assigned));
  }

  private static String assign(String before, Node node, EdgeKind edge) {
    String name = node.has(EventKind.WRITE) ? node.event().path().toString() : "";
    return (name.equals("one") || name.equals("two")) && !before.endsWith(name)
        ? (before + " " + name).strip()
        : before;
  }

  @Test
  void find_sameConditionTwice_goesOneWay() {
    String code = "if (p) one = 1; if (!p) two = 1;";
    assertThat(hasPath(code, "one two")).isFalse();
    assertThat(hasPath(code, "")).isFalse();
    assertThat(hasPath(code, "one")).isTrue();
    assertThat(hasPath(code, "two")).isTrue();
  }

  @Test
  void find_conditionVariableWritten_mayGoTheOtherWay() {
    assertThat(hasPath("if (p) one = 1; p = q; if (!p) two = 1;", "one two")).isTrue();
  }

  @Test
  void find_fieldCondition_isForgottenAtCalls() {
    assertThat(hasPath("if (field) one = 1; if (!field) two = 1;", "one two")).isFalse();
    assertThat(hasPath("if (field) one = 1; call(); if (!field) two = 1;", "one two"))
        .isTrue();
    assertThat(hasPath("if (p) one = 1; call(); if (!p) two = 1;", "one two")).isFalse();
  }

  @Test
  void find_callAsCondition_mayChangeByItself() {
    String code = "if (o.equals(p)) one = 1; if (!o.equals(p)) two = 1;";
    assertThat(hasPath(code, "one two")).isTrue();
  }

  @Test
  void find_booleanFlag_decidesLaterBranch() {
    String code = "boolean done = false; if (p) { one = 1; done = true; } if (!done) two = 1;";
    assertThat(hasPath(code, "one two")).isFalse();
    assertThat(hasPath(code, "")).isFalse();
    assertThat(hasPath(code, "one")).isTrue();
    assertThat(hasPath(code, "two")).isTrue();
  }

  @Test
  void find_nullAssignment_decidesLaterBranch() {
    String code = "o = null; if (p) { one = 1; o = new Object(); } if (o == null) two = 1;";
    assertThat(hasPath(code, "one two")).isFalse();
    assertThat(hasPath(code, "")).isFalse();
    assertThat(hasPath(code.replace("new Object()", "other"), "one two")).isTrue();
  }

  @Test
  void find_comparisons_areTheSameByText() {
    assertThat(hasPath("if (x > 0) one = 1; if (x > 0) two = 1;", "one")).isFalse();
    assertThat(hasPath("if (x == 1) one = 1; if (x != 1) two = 1;", "one two")).isFalse();
    assertThat(hasPath("if (x > 0) one = 1; if (x < 1) two = 1;", "one two")).isTrue();
  }

  @Test
  void find_comparisonWithBooleanConstant_isTheConditionItself() {
    assertThat(hasPath("if (p == false) one = 1; if (p) two = 1;", "one two")).isFalse();
    assertThat(hasPath("if (p != true) one = 1; if (p == true) two = 1;", "one two"))
        .isFalse();
    assertThat(hasPath("if (p == true) one = 1; if (p) two = 1;", "one two")).isTrue();
  }

  @Test
  void find_instanceOf_isRememberedPerType() {
    assertThat(hasPath(
            "if (o instanceof String) one = 1; if (!(o instanceof String)) two = 1;", "one two"))
        .isFalse();
    assertThat(
            hasPath("if (o instanceof String) one = 1; if (o instanceof Integer) two = 1;", "one"))
        .isTrue();
  }

  @Test
  void find_conditionInLoop_isTestedAnewAfterItsVariableChanged() {
    String code = "while (p) { if (q) one = 1; if (!q) two = 1; %s p = x > 0; }";
    assertThat(hasPath(code.formatted(""), "one two")).isFalse();
    assertThat(hasPath(code.formatted("q = field;"), "one two")).isTrue();
  }

  @Test
  void find_witness_isTheShortestPath() {
    Code code = Code.of(CLASS + "while (x > 0) { x--; } one = 1; }}");
    Cfg cfg = code.cfg("m");
    PathSearch.Witness<String> witness = search(code, "one").orElseThrow();
    assertThat(witness.state()).isEqualTo("one");
    assertThat(witness.nodes()).startsWith(cfg.entry()).endsWith(cfg.exit());
    assertThat(witness.nodes()).filteredOn(n -> n.has(EventKind.BRANCH)).hasSize(1);
  }

  @Test
  void find_stepThatCannotBe_endsThePath() {
    Code code = Code.of(CLASS + "one = 1; }}");
    Cfg cfg = code.cfg("m");
    var search = new PathSearch<String>(
        cfg, code.analyses().values(), (s, node, e) -> node.has(EventKind.WRITE) ? null : s);
    assertThat(search.find("", (node, s) -> node == cfg.exit())).isEmpty();
  }

  @Test
  void find_moreStatesThanTheBudget_findsNothing() {
    assertThat(search(Code.of(repeatedTests(4)), "two")).isPresent();
    assertThat(search(Code.of(repeatedTests(17)), "two")).isEmpty();
  }

  /** As many independent conditions, each tested twice: a path for each combination. */
  private static String repeatedTests(int count) {
    String parameters =
        IntStream.range(0, count).mapToObj(i -> "boolean p" + i).collect(Collectors.joining(","));
    String tests = IntStream.range(0, count)
        .mapToObj(i -> "if (p" + i + ") x = 1;")
        .collect(Collectors.joining());
    return "class A { void m(" + parameters + ") { int x; int two;" + tests + tests + "two = 1; }}";
  }
}
