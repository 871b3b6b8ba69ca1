package dev.goguard.analysis.lock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goguard.analysis.Code;
import dev.goguard.analysis.cfg.Cfg;
import dev.goguard.analysis.model.EventKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeptLocksTest {
  private static final String MEMBERS = """
      class A {
        private final ReentrantLock lock = new ReentrantLock();
        protected final Lock open = new ReentrantLock();
        boolean p;
        void g() { throw new IllegalStateException(); }
        void run(Runnable r) { r.run(); }
      """;

  private static List<KeptLock> kept(Code code) {
    Cfg cfg = code.cfg("m");
    return code.analyses().keptLocks().in(cfg, code.analyses().lockFlow(cfg.body()));
  }

  private static List<KeptLock> kept(String members) {
    return kept(Code.of(MEMBERS + members + "}"));
  }

  private static List<String> names(String members) {
    return kept(members).stream().map(k -> k.lock().toString()).toList();
  }

  @Test
  void in_returnBetween_keepsTheLockOnThatPath() {
    List<KeptLock> kept = kept("void m() { lock.lock(); if (p) return; lock.unlock(); }");
    assertThat(kept).extracting(k -> k.lock().toString()).containsExactly("lock");
    assertThat(kept.get(0).acquired().kind()).isEqualTo(EventKind.ACQUIRE);
    assertThat(kept.get(0).path()).anyMatch(n -> n.has(EventKind.RETURN));
  }

  @Test
  void in_throwBetween_keepsTheLockUnlessInFinally() {
    assertThat(names("void m() { lock.lock(); g(); lock.unlock(); }")).containsExactly("lock");
    assertThat(names("void m() { lock.lock(); try { g(); } finally { lock.unlock(); } }"))
        .isEmpty();
  }

  @Test
  void in_releasedUnderTheSameCondition_isNotKept() {
    assertThat(names("void m(boolean q) { if (q) lock.lock(); if (q) lock.unlock(); }"))
        .isEmpty();
    assertThat(names("void m(boolean q, boolean r) { if (q) lock.lock(); if (r) lock.unlock(); }"))
        .containsExactly("lock");
  }

  @Test
  void in_askedHeldBeforeRelease_isNotKept() {
    assertThat(names("""
        void m() {
          try { lock.lock(); g(); }
          finally { if (lock.isHeldByCurrentThread()) lock.unlock(); }
        }
        """)).isEmpty();
  }

  @Test
  void in_neverReleased_isKeptWhenNobodyElseCan() {
    assertThat(names("void m() { lock.lock(); }")).containsExactly("lock");
    assertThat(names("void m() { open.lock(); }")).isEmpty();
    assertThat(names("void m() { Lock own = new ReentrantLock(); own.lock(); }"))
        .containsExactly("own");
    assertThat(names("void m(Lock given) { given.lock(); }")).isEmpty();
  }

  @Test
  void in_otherHalfElsewhere_isNotKept() {
    assertThat(names("void m() { lock.lock(); } void end() { lock.unlock(); }")).isEmpty();
  }

  @Test
  void in_balancedElsewhere_isNoOtherHalf() {
    assertThat(names("void m() { lock.lock(); } void n() { lock.lock(); lock.unlock(); }"))
        .containsExactly("lock");
  }

  @Test
  void in_releasedOnlyWhenItFails_mayBeOneHalf() {
    String begin = "void m() { lock.lock(); try { g(); } catch (IllegalStateException e) {"
        + " lock.unlock(); throw e; } }";
    assertThat(names(begin + "void end() { lock.unlock(); }")).isEmpty();
    assertThat(names("void m() { lock.lock(); g(); if (p) lock.unlock(); }"
            + "void end() { lock.unlock(); }"))
        .containsExactly("lock");
  }

  @Test
  void in_releaseInTaskOrReference_isHandedOver() {
    assertThat(names("void m() { lock.lock(); new Thread(() -> lock.unlock()).start(); }"))
        .isEmpty();
    assertThat(names("Runnable m() { lock.lock(); return lock::unlock; }")).isEmpty();
  }

  @Test
  void in_wrapperCalls_areAcquireAndRelease() {
    String wrappers = "private void begin() { lock.lock(); } private void end() { lock.unlock(); }";
    assertThat(names(wrappers + "void m() { begin(); if (p) return; end(); }"))
        .containsExactly("lock");
    assertThat(names(wrappers + "void m() { begin(); try { g(); } finally { end(); } }"))
        .isEmpty();
  }

  @Test
  void in_tryLockNotTaken_owesNothing() {
    assertThat(names("void m() { if (!lock.tryLock()) return; lock.unlock(); }"))
        .isEmpty();
    assertThat(names("void m() { if (lock.tryLock()) { if (p) return; lock.unlock(); } }"))
        .containsExactly("lock");
  }

  @Test
  void in_synchronized_isNeverKept() {
    assertThat(names("void m() { synchronized (this) { g(); } }")).isEmpty();
  }

  @Test
  void acquired_lockTakenAnew_isTheLastAcquisition() {
    List<KeptLock> kept =
        kept("void m() { lock.lock(); lock.unlock(); lock.lock(); if (p) lock.unlock(); }");
    assertThat(kept).hasSize(1);
    int last = kept.get(0).path().stream()
        .filter(n -> n.has(EventKind.ACQUIRE))
        .mapToInt(n -> n.event().range().startOffset())
        .max()
        .orElseThrow();
    assertThat(kept.get(0).acquired().range().startOffset()).isEqualTo(last);
  }
}
