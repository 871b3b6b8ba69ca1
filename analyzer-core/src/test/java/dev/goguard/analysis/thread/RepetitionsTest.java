package dev.goguard.analysis.thread;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goguard.analysis.Code;
import dev.goguard.analysis.cfg.Cfg;
import dev.goguard.analysis.cfg.Cfg.Node;
import dev.goguard.analysis.model.EventKind;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RepetitionsTest {
  private static Code code(String body) {
    return Code.of("""
        class A {
          private final Semaphore permits = new Semaphore(4);
          private final List<String> known = List.of();
          boolean p; int count;
          void work() {}
          void slot() throws Exception { permits.acquire(); }
          void m(ExecutorService pool, List<String> given, int limit) throws Exception {
        """ + body + "}}");
  }

  private static Optional<Repetition> around(Code code) {
    Node spawn = Code.node(code.cfg("m"), EventKind.SPAWN);
    return code.analyses().repetitions().around(code.body("m"), spawn.event().range());
  }

  private static boolean isOpen(String body) {
    Code code = code(body);
    return code.analyses().repetitions().isOpen(code.body("m"), around(code).orElseThrow());
  }

  /** Whether the spawn of these statements is repeated with nothing to limit it. */
  private static boolean isFree(String body) {
    Code code = code(body);
    Cfg cfg = code.cfg("m");
    Node spawn = Code.node(cfg, EventKind.SPAWN);
    SpawnSite site = code.analyses().spawns().at(spawn.event());
    return code.analyses()
        .admission()
        .isRepeatedFreely(cfg, spawn, site.tasks(), around(code).orElseThrow().turn());
  }

  @Test
  void around_noLoop_isNone() {
    assertThat(around(code("pool.execute(this::work); while (p) { work(); }"))).isEmpty();
  }

  @Test
  void around_nestedLoops_isTheInnermost() {
    Code code = code("while (p) { for (String s : known) { pool.execute(this::work); } }");
    assertThat(around(code)).get().matches(Repetition::isFinite);
  }

  @Test
  void around_forEachLambda_isARepetition() {
    Code code = code("given.forEach(s -> pool.execute(this::work));");
    assertThat(around(code)).get().matches(Repetition::isFinite);
  }

  @Test
  void isOpen_callersCollection_butNotAField() {
    assertThat(isOpen("for (String s : given) { pool.execute(this::work); }")).isTrue();
    assertThat(isOpen("given.stream().forEach(s -> pool.execute(this::work));")).isTrue();
    assertThat(isOpen("for (String s : known) { pool.execute(this::work); }")).isFalse();
    assertThat(isOpen("while (true) { pool.execute(this::work); }")).isTrue();
    assertThat(
            isOpen("var i = given.iterator(); while (i.hasNext()) { pool.execute(this::work); }"))
        .isTrue();
  }

  @Test
  void isRepeatedFreely_permitOrWait_limits() {
    assertThat(isFree("while (true) { pool.execute(this::work); }")).isTrue();
    assertThat(isFree("while (true) { permits.acquire(); pool.execute(this::work); }"))
        .isFalse();
    assertThat(isFree("while (true) { slot(); pool.execute(this::work); }")).isFalse();
    assertThat(isFree("while (true) { pool.submit(this::work).get(); }")).isFalse();
  }

  @Test
  void isRepeatedFreely_droppedAnswer_doesNotLimit() {
    assertThat(isFree("while (true) { permits.tryAcquire(); pool.execute(this::work); }"))
        .isTrue();
    assertThat(isFree("while (true) { if (permits.tryAcquire()) pool.execute(this::work); }"))
        .isFalse();
  }

  @Test
  void isRepeatedFreely_permitBeforeLoop_doesNotLimit() {
    assertThat(isFree("permits.acquire(); while (true) { pool.execute(this::work); }"))
        .isTrue();
  }

  @Test
  void isRepeatedFreely_comparedCount_limits() {
    assertThat(isFree("while (count < limit) { count++; pool.execute(this::work); }"))
        .isFalse();
    assertThat(isFree("while (p) { pool.execute(this::work); }")).isTrue();
  }

  @Test
  void mayWait_body_thatJoinsOrTakesPermits() {
    Code code = code("");
    assertThat(code.analyses().admission().mayWait(code.body("slot"))).isTrue();
    assertThat(code.analyses().admission().mayWait(code.body("work"))).isFalse();
  }
}
