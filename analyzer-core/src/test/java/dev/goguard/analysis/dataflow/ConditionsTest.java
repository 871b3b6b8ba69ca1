package dev.goguard.analysis.dataflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.goguard.analysis.Code;
import dev.goguard.analysis.cfg.Cfg;
import dev.goguard.analysis.cfg.Cfg.Node;
import dev.goguard.analysis.model.EventKind;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ConditionsTest {
  private static Code code(String statements) {
    return Code.of("""
        class A {
          void g() {}
          void m(boolean p, boolean q, Object o) {
        """ + statements + "}}");
  }

  /** The conditions of a graph that are worth remembering, in the order of its nodes. */
  private static List<Condition> kept(Code code, EventKind kind) {
    Cfg cfg = code.cfg("m");
    var conditions = new Conditions(cfg, code.analyses().values());
    Function<Node, Condition> at =
        kind == EventKind.BRANCH ? conditions::testedAt : conditions::assignedAt;
    return cfg.with(kind).stream().map(at).filter(Objects::nonNull).toList();
  }

  @Test
  void tested_once_isNotKept() {
    assertThat(kept(code("if (p) g(); if (q) g();"), EventKind.BRANCH)).isEmpty();
  }

  @Test
  void tested_twice_isKeptUpToNegation() {
    assertThat(kept(code("if (o == null) g(); if (o != null) g(); if (q) g();"), EventKind.BRANCH))
        .extracting(Condition::key, Condition::positive)
        .containsExactly(tuple("o#2 == null", true), tuple("o#2 == null", false));
  }

  @Test
  void assignedAndTested_isKeptAtBoth() {
    Code code = code("boolean done = false; if (done) g();");
    assertThat(kept(code, EventKind.BRANCH)).extracting(Condition::key).containsExactly("done#3");
    assertThat(kept(code, EventKind.WRITE))
        .extracting(Condition::key, Condition::positive)
        .containsExactly(tuple("done#3", false));
  }

  @Test
  void assignedOnly_isNotKept() {
    assertThat(kept(code("boolean done = false; done = true;"), EventKind.WRITE))
        .isEmpty();
  }

  @Test
  void callAsCondition_isNoCondition() {
    Code code = code("if (o.equals(o)) g(); if (o.equals(o)) g();");
    assertThat(kept(code, EventKind.BRANCH)).isEmpty();
  }
}
