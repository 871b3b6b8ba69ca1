package dev.goguard.analysis.group;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goguard.analysis.Code;
import dev.goguard.analysis.event.AccessPath;
import dev.goguard.analysis.ir.FieldRef;
import org.junit.jupiter.api.Test;

class CountdownTest {
  private static final AccessPath LATCH =
      AccessPath.of(new AccessPath.ThisRoot("A")).then(new FieldRef("A", "latch"));

  /** Whether these statements can end without counting the latch down. */
  private static boolean skips(String statements) {
    Code code = Code.of("""
        class A {
          private final CountDownLatch latch = new CountDownLatch(1);
          boolean p;
          void g() { throw new IllegalStateException(); }
          void done() { latch.countDown(); }
          void doneUnless(boolean q) { if (!q) done(); }
          void doneOf(CountDownLatch l) { l.countDown(); }
          void m(ExecutorService pool, boolean q) {
        """ + statements + "}}");
    return code.analyses()
        .countdown(code.body("m"), LATCH)
        .skipped(code.cfg("m"))
        .isPresent();
  }

  @Test
  void skipped_branchAndReturn_mayEndWithout() {
    assertThat(skips("latch.countDown();")).isFalse();
    assertThat(skips("if (p) latch.countDown();")).isTrue();
    assertThat(skips("if (p) return; latch.countDown();")).isTrue();
    assertThat(skips("if (q) latch.countDown(); if (!q) latch.countDown();")).isFalse();
  }

  @Test
  void skipped_throw_endsWithoutUnlessInFinally() {
    assertThat(skips("g(); latch.countDown();")).isTrue();
    assertThat(skips("try { g(); } finally { latch.countDown(); }")).isFalse();
    assertThat(skips("try { g(); latch.countDown(); } catch (RuntimeException e) { done(); }"))
        .isFalse();
  }

  @Test
  void skipped_calls_countDownWhenTheirBodySurelyDoes() {
    assertThat(skips("done();")).isFalse();
    assertThat(skips("doneOf(latch);")).isFalse();
    assertThat(skips("doneUnless(q);")).isTrue();
  }

  @Test
  void skipped_handedToATask_isItsBusiness() {
    assertThat(skips("pool.execute(() -> latch.countDown());")).isFalse();
    assertThat(skips("pool.execute(latch::countDown);")).isFalse();
    assertThat(skips("pool.execute(() -> g());")).isTrue();
  }

  @Test
  void skipped_otherLatch_doesNotCount() {
    assertThat(skips("CountDownLatch other = new CountDownLatch(1); other.countDown();"))
        .isTrue();
  }
}
