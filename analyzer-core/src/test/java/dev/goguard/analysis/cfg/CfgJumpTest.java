package dev.goguard.analysis.cfg;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goguard.analysis.Code;
import org.junit.jupiter.api.Test;

class CfgJumpTest {
  @Test
  void labels_breakAndContinue_leaveTheirLoop() {
    assertThat(CfgText.ofStatements("""
        outer: for (int i = 0; i < 3; i++) { while (a()) { if (b()) continue outer; if (p)
        break outer; f(); } e(); }
        """)).isEqualTo("""
        0 write i
        1 if i < 3 ?2 :exit
        2 a
        3 if a() ?4 :10
        4 b
        5 if b() :6 ?9
        6 read p
        7 if p :8 ?exit
        8 f ->2
        9 write i ->1
        10 e !failure ->9
        """);
  }

  @Test
  void labels_onBlock_breakLeavesIt() {
    assertThat(CfgText.ofStatements("done: { if (a()) break done; f(); }")).isEqualTo("""
        0 a
        1 if a() :2 ?exit
        2 f ->exit
        """);
  }

  @Test
  void doLoop_continue_goesToCondition() {
    assertThat(CfgText.ofStatements("do { if (a()) continue; f(); } while (b());"))
        .isEqualTo("""
        0 a
        1 if a() :2 ?3
        2 f
        3 b
        4 if b() ?0 :exit
        """);
  }

  @Test
  void forEach_variable_isWrittenInEachTurn() {
    assertThat(CfgText.ofStatements("for (String s : List.of(\"\")) { f(); }")).isEqualTo("""
        0 of
        1 if any ?2 :exit
        2 container_read List.of("")
        3 write s
        4 f ->1
        """);
  }

  @Test
  void forLoop_withoutCondition_endsByBreakOnly() {
    assertThat(CfgText.ofStatements("""
        for (int i = 0; ; i++) { try { if (a()) break; if (b()) continue; } finally { f(); }
        }
        """)).isEqualTo("""
        0 write i
        1 a
        2 if a() ?3 :4
        3 f ->exit
        4 b
        5 if b() ?6 :8
        6 f
        7 write i ->1
        8 f ->7
        """);
  }

  @Test
  void switch_colonWithoutBreak_fallsThrough() {
    assertThat(
            CfgText.ofStatements("switch (x) { case 1: f(); case 2: a(); break; default: b(); }"))
        .isEqualTo("""
        0 read x
        1 any ->2 ->3 ->4
        2 f
        3 a ->exit
        4 b ->exit
        """);
  }

  @Test
  void switch_arrow_doesNotFallThrough() {
    assertThat(CfgText.ofStatements("switch (x) { case 1 -> f(); case 2 -> { a(); break; } }"))
        .isEqualTo("""
        0 read x
        1 any ->2 ->3 ->exit
        2 f ->exit
        3 a ->exit
        """);
  }

  @Test
  void switch_value_yieldsToItsUse() {
    assertThat(CfgText.ofStatements("""
        int v = switch (x) { case 1 -> 4; case 2 -> { if (a()) yield 5; yield c(1, 2); }
        default -> { g(); yield 1; } }; f();
        """)).isEqualTo("""
        0 read x
        1 any ->2 ->7 ->5
        2 a
        3 if a() :4 ?5
        4 c
        5 write v
        6 f ->exit
        7 g !failure ->5
        """);
  }

  @Test
  void switch_patterns_testTheirGuardsAndAreExhaustive() {
    assertThat(CfgText.ofStatements("""
        switch (o) { case String s when a() -> f(); case Integer i when i > 1 -> a(); case
        Object q -> b(); }
        """)).isEqualTo("""
        0 read o
        1 any ->2 ->5 ->7
        2 a
        3 if a() ?4
        4 f ->exit
        5 if i > 1 ?6
        6 a ->exit
        7 b ->exit
        """);
  }

  @Test
  void endlessLoop_withoutBreak_neverExits() {
    assertThat(CfgText.ofStatements("while (true) { f(); }")).isEqualTo("""
        0 f ->0
        """);
  }

  @Test
  void error_thrown_endsTheProgram() {
    assertThat(CfgText.ofStatements("if (a()) throw new AssertionError(); f();"))
        .isEqualTo("""
        0 a
        1 if a() ?2 :4
        2 new java.lang.AssertionError
        3 throw
        4 f ->exit
        """);
  }

  @Test
  void exit_called_endsTheProgram() {
    assertThat(CfgText.ofStatements("System.exit(1); f();")).isEqualTo("""
        0 exit
        1 exit
        """);
  }

  @Test
  void nestedFinally_beyondMeasure_hasNoGraph() {
    Code code = Code.of("class A { void small() {} void m(boolean p) {" + returning(16) + "} }");
    assertThat(code.analyses().cfg(code.body("m"))).isEmpty();
    assertThat(code.analyses().cfg(code.body("small"))).isPresent();
  }

  /** Each {@code finally} doubles the copies of those in it. */
  private static String returning(int depth) {
    return depth == 0
        ? "if (p) return;"
        : "try { if (p) return; } finally {" + returning(depth - 1) + "}";
  }
}
