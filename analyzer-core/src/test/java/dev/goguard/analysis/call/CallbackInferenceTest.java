package dev.goguard.analysis.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.goguard.analysis.Code;
import dev.goguard.analysis.model.Effect;
import dev.goguard.analysis.model.EventKind;
import dev.goguard.analysis.model.Operand;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallbackInferenceTest {
  private static final Code CODE = Code.of("""
      class A {
        private final ExecutorService pool = Executors.newFixedThreadPool(2);
        private Runnable kept;
        void now(int i, Consumer<String> c) { c.accept(""); }
        void each(List<String> l, Consumer<String> c) { l.forEach(c); }
        void start(Runnable r) { new Thread(r).start(); }
        void submit(Runnable r) { pool.submit(r); }
        void wrapped(Runnable r) { Thread t = new Thread(r); t.start(); }
        void alias(Runnable r) { Runnable other = r; other.run(); }
        void store(Runnable r) { kept = r; }
        void drop(Runnable r) { }
        void once(Runnable r) { start(r); }
        void twice(Runnable r) { once(r); }
        void inLambda(Runnable r) { new Thread(() -> r.run()).start(); }
        void both(Runnable a, Runnable b) { a.run(); start(b); }
      }
      class Base { void hook(Runnable r) { r.run(); } }
      class Derived extends Base { void hook(Runnable r) { } }
      """);

  private static List<Effect> effects(String method) {
    return CODE.analyses().values().effects(CODE.body(method).method().ref());
  }

  private static void assertUse(String method, EventKind kind, int argument) {
    assertThat(effects(method)).as(method).singleElement().satisfies(effect -> {
      assertThat(effect.kind()).isEqualTo(kind);
      assertThat(effect.body()).isEqualTo(new Operand(argument));
    });
  }

  @Test
  void run_calledParameter_isInvokedNow() {
    assertUse("now", EventKind.INVOKE_NOW, 1);
    assertUse("alias", EventKind.INVOKE_NOW, 0);
  }

  @Test
  void run_parameterPassedToLibrary_isWhatTheLibraryDoes() {
    assertUse("each", EventKind.INVOKE_NOW, 1);
    assertUse("submit", EventKind.SPAWN, 0);
  }

  @Test
  void run_threadAroundParameter_isSpawned() {
    assertUse("start", EventKind.SPAWN, 0);
    assertUse("wrapped", EventKind.SPAWN, 0);
  }

  @Test
  void run_callersOfCallers_areFoundInLaterRounds() {
    assertUse("once", EventKind.SPAWN, 0);
    assertUse("twice", EventKind.SPAWN, 0);
  }

  @Test
  void run_storedOrUnused_staysUnknown() {
    assertThat(effects("store")).isEmpty();
    assertThat(effects("drop")).isEmpty();
  }

  @Test
  void run_twoParameters_areToldApart() {
    assertThat(effects("both"))
        .extracting(Effect::kind, Effect::body)
        .containsExactlyInAnyOrder(
            tuple(EventKind.INVOKE_NOW, new Operand(0)), tuple(EventKind.SPAWN, new Operand(1)));
  }

  @Test
  void run_usedOnlyInAnotherBody_staysUnknown() {
    assertThat(effects("inLambda")).isEmpty();
  }

  @Test
  void run_overriddenMethod_staysUnknown() {
    assertThat(
            CODE.analyses().values().effects(CODE.body("Base", "hook").method().ref()))
        .isEmpty();
  }
}
