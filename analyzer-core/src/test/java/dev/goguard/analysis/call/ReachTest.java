package dev.goguard.analysis.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goguard.analysis.Code;
import dev.goguard.analysis.model.EventKind;
import org.junit.jupiter.api.Test;

class ReachTest {
  private static final Code CODE = Code.of("""
      interface Step { void go(); }
      class Locking implements Step {
        final Lock lock = new ReentrantLock();
        public void go() { lock.lock(); }
      }
      class A {
        final Thread thread = new Thread();
        synchronized void monitor() {}
        void block() { synchronized (this) {} }
        void join() throws Exception { thread.join(); }
        void calls(Step s) { s.go(); }
        void deep(Step s) { calls(s); }
        void callback() { List.of(1).forEach(i -> block()); }
        void stored() { Runnable r = () -> block(); }
        void spawns() { new Thread(() -> block()).start(); }
        void recursive(int i) throws Exception { if (i > 0) recursive(i - 1); else join(); }
        void resource() { try (var pool = Executors.newCachedThreadPool()) { block(); } }
        void none() { new Object(); }
        void creates() { new B(); }
      }
      class B { B() { synchronized (this) {} } }
      """);

  private static boolean can(String body, EventKind kind) {
    return CODE.analyses().reach().can(CODE.body(body), kind);
  }

  private static boolean has(String body, EventKind kind) {
    return CODE.analyses().reach().has(CODE.body(body), kind);
  }

  @Test
  void has_ownEvents_areThoseOfTheBodyItself() {
    assertThat(has("monitor", EventKind.ACQUIRE)).isTrue();
    assertThat(has("block", EventKind.ACQUIRE)).isTrue();
    assertThat(has("calls", EventKind.ACQUIRE)).isFalse();
    assertThat(has("none", EventKind.ACQUIRE)).isFalse();
  }

  @Test
  void can_calls_reachTheirTargets() {
    assertThat(can("calls", EventKind.ACQUIRE)).isTrue();
    assertThat(can("deep", EventKind.ACQUIRE)).isTrue();
    assertThat(can("creates", EventKind.ACQUIRE)).isTrue();
    assertThat(can("none", EventKind.ACQUIRE)).isFalse();
    assertThat(can("deep", EventKind.JOIN)).isFalse();
  }

  @Test
  void can_recursion_reachesItsEnd() {
    assertThat(can("recursive", EventKind.JOIN)).isTrue();
  }

  @Test
  void can_lambda_countsWhenItRunsAtOnce() {
    assertThat(can("callback", EventKind.ACQUIRE)).isTrue();
    assertThat(can("stored", EventKind.ACQUIRE)).isFalse();
    assertThat(can("spawns", EventKind.ACQUIRE)).isFalse();
    assertThat(can("spawns", EventKind.SPAWN)).isTrue();
  }

  @Test
  void can_closeOfResource_isACall() {
    assertThat(can("resource", EventKind.JOIN)).isTrue();
  }

  @Test
  void callers_ofBody_areThoseThatRunIt() {
    Reach reach = CODE.analyses().reach();
    assertThat(reach.callers(CODE.body("calls"))).containsExactly(CODE.body("deep"));
    assertThat(reach.callers(CODE.body("deep"))).isEmpty();
  }

  @Test
  void runs_heldLambdaAndCallees_areReached() {
    Reach reach = CODE.analyses().reach();
    assertThat(reach.runs(CODE.body("deep"), CODE.body("Locking", "go"))).isTrue();
    assertThat(reach.runs(CODE.body("stored"), CODE.body("block"))).isTrue();
    assertThat(reach.runs(CODE.body("block"), CODE.body("stored"))).isFalse();
  }
}
