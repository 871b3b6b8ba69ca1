package dev.goguard.analysis.cfg;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CfgExpressionTest {
  @Test
  void assignment_nestedCalls_areEvaluatedLeftToRight() {
    assertThat(CfgText.ofStatements("x = c(x, x++) + c(1, 2);")).isEqualTo("""
        0 read x
        1 read x
        2 write x
        3 c
        4 c
        5 write x ->exit
        """);
  }

  @Test
  void elementAssignment_compound_readsAfterIndexAndBeforeWrite() {
    assertThat(CfgText.ofStatements("int[] n = {1}; n[x] += c(1, 2);")).isEqualTo("""
        0 write n
        1 read x
        2 read n[]
        3 c
        4 write n[] ->exit
        """);
  }

  @Test
  void and_leftFalse_skipsRight() {
    assertThat(CfgText.ofStatements("if (a() && !b()) f(); else e();")).isEqualTo("""
        0 a
        1 if a() ?2 :5
        2 b
        3 if b() :4 ?5
        4 f ->exit
        5 e !failure ->exit
        """);
  }

  @Test
  void conditions_negatedAndNested_takeTheirShortestWay() {
    assertThat(CfgText.ofStatements("if (!(a() && (b() || p))) f();")).isEqualTo("""
        0 a
        1 if a() ?2 :6
        2 b
        3 if b() :4 ?exit
        4 read p
        5 if p :6 ?exit
        6 f ->exit
        """);
  }

  @Test
  void or_asValue_joinsBothWays() {
    assertThat(CfgText.ofStatements("boolean r = a() || b(); f();")).isEqualTo("""
        0 a
        1 if a() :2 ?4
        2 b
        3 if b() ?4 :4
        4 write r
        5 f ->exit
        """);
  }

  @Test
  void ternary_asValue_evaluatesOneSide() {
    assertThat(CfgText.ofStatements("int i = p ? x : c(1, 2);")).isEqualTo("""
        0 read p
        1 if p ?2 :4
        2 read x
        3 write i ->exit
        4 c ->3
        """);
  }

  @Test
  void ternary_asCondition_isOneBranchOnItsResult() {
    assertThat(CfgText.ofStatements("while (a() ? b() : p) f();")).isEqualTo("""
        0 a
        1 if a() ?2 :5
        2 b
        3 if a() ? b() : p ?4 :exit
        4 f ->0
        5 read p ->3
        """);
  }

  @Test
  void lambda_runAtOnce_isInlinedAsLoopThatReturnEnds() {
    assertThat(CfgText.ofStatements("List.of(1).forEach(i -> { if (a()) return; g(); }); f();"))
        .isEqualTo("""
        0 of
        1 if any ?2 :7
        2 write i
        3 a
        4 if a() ?5 :6
        5 return ->1
        6 g !failure ->1
        7 List.of(1).forEach !failure ->8
        8 invoke_now List.of(1)
        9 container_read List.of(1)
        10 f ->exit
        """);
  }

  @Test
  void lambda_nested_returnsToItsOwnCall() {
    assertThat(CfgText.ofStatements("""
        synchronized (this) { List.of(1).forEach(i -> List.of(2).forEach(j -> { if (a())
        return; f(); })); return; }
        """)).isEqualTo("""
        0 acquire this
        1 of
        2 if any ?3 :14
        3 write i
        4 of
        5 if any ?6 :11
        6 write j
        7 a
        8 if a() ?9 :10
        9 return ->5
        10 f ->5
        11 List.of(2).forEach
        12 invoke_now List.of(2)
        13 container_read List.of(2) ->2
        14 List.of(1).forEach
        15 invoke_now List.of(1)
        16 container_read List.of(1)
        17 return
        18 release this ->exit
        """);
  }

  @Test
  void lambda_stored_isNotInlined() {
    assertThat(CfgText.ofStatements("Runnable r = () -> f(); r.run(); b();")).isEqualTo("""
        0 write r
        1 r.run
        2 b ->exit
        """);
  }

  @Test
  void methodReference_runAtOnce_hasItsEffect() {
    assertThat(CfgText.ofStatements(
            "List<Integer> l = new ArrayList<>(); List.of(1).forEach(l::add); f();"))
        .isEqualTo("""
        0 new java.util.ArrayList
        1 write l
        2 of
        3 container_write l
        4 List.of(1).forEach
        5 invoke_now List.of(1)
        6 container_read List.of(1)
        7 f ->exit
        """);
  }

  @Test
  void constants_asConditions_haveOneWay() {
    assertThat(
            CfgText.ofStatements("if (true) f(); while (true) { if (a()) break; } if (false) g();"))
        .isEqualTo("""
        0 f
        1 a
        2 if a() :1 ?exit
        """);
  }
}
