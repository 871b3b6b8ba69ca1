package dev.goguard.analysis.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.goguard.analysis.Code;
import dev.goguard.analysis.event.AccessPath;
import dev.goguard.analysis.lock.LockChange;
import dev.goguard.analysis.model.EventKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class SummariesTest {
  private static final String MEMBERS = """
      class A {
        private final ReentrantLock lock = new ReentrantLock();
        final CountDownLatch latch = new CountDownLatch(1);
        boolean p;
        int count;
        A next;
        void g() { throw new IllegalStateException(); }
        void done() { latch.countDown(); }
        void inc() { count = 1; }
        void incLocked() { synchronized (this) { count = 1; } }
      """;

  private static List<Happening> happenings(String members, EventKind kind) {
    Code code = Code.of(MEMBERS + members + "}");
    return code.analyses().summaries().happenings(code.body("m")).stream()
        .filter(h -> h.is(kind))
        .toList();
  }

  private static Happening happening(String members, EventKind kind) {
    List<Happening> found = happenings(members, kind);
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  private static List<LockChange> lockChanges(String members) {
    Code code = Code.of(MEMBERS + members + "}");
    return code.analyses().summaries().lockChanges(code.body("m"));
  }

  @Test
  void happenings_straightOn_areCertain() {
    Happening done = happening("void m() { latch.countDown(); }", EventKind.GROUP_DONE);
    assertThat(done.path()).hasToString("latch");
    assertThat(done.always()).isTrue();
    assertThat(done.via()).isEmpty();
  }

  @Test
  void happenings_oneBranch_areNotCertain() {
    assertThat(happening("void m() { if (p) latch.countDown(); }", EventKind.GROUP_DONE)
            .always())
        .isFalse();
    assertThat(happenings(
            "void m() { if (p) latch.countDown(); else latch.countDown(); }", EventKind.GROUP_DONE))
        .hasSize(2)
        .allMatch(Happening::always);
  }

  @Test
  void happenings_afterThrow_areCertainOnlyInFinally() {
    Happening after = happening("void m() { g(); latch.countDown(); }", EventKind.GROUP_DONE);
    assertThat(after.always()).isTrue();
    assertThat(after.evenOnFailure()).isFalse();
    assertThat(happenings(
            "void m() { try { g(); } finally { latch.countDown(); } }", EventKind.GROUP_DONE))
        .isNotEmpty()
        .allMatch(Happening::always)
        .allMatch(Happening::evenOnFailure);
  }

  @Test
  void happenings_throughCalls_areInTheNamesOfTheCaller() {
    Happening done = happening("void m(A a) { a.next.done(); }", EventKind.GROUP_DONE);
    assertThat(done.path()).hasToString("a.next.latch");
    assertThat(done.in().element()).isEqualTo("A.done");
    assertThat(done.via()).hasSize(1);
    assertThat(done.always()).isTrue();
  }

  @Test
  void happenings_certaintyOfCallee_isThatOfCaller() {
    String maybe = "void maybe() { if (p) done(); }";
    assertThat(happening(maybe + "void m() { maybe(); }", EventKind.GROUP_DONE).always())
        .isFalse();
  }

  @Test
  void happenings_locks_areThoseOfCallerAndCallee() {
    Happening own = happening("void m() { lock.lock(); inc(); lock.unlock(); }", EventKind.WRITE);
    assertThat(own.path()).hasToString("count");
    assertThat(Code.texts(own.locks())).containsExactly("lock");
    Happening inner =
        happening("void m(A a) { lock.lock(); a.incLocked(); lock.unlock(); }", EventKind.WRITE);
    assertThat(inner.path()).hasToString("a.count");
    assertThat(Code.texts(inner.locks())).containsExactly("a", "lock");
  }

  @Test
  void happenings_localsOfCallee_areNobodysOutside() {
    String inner = "void inner() { int own = 1; own = 2; int[] a = {1}; a[0] = 3; }";
    assertThat(happenings(inner + "void m() { inner(); }", EventKind.WRITE)).isEmpty();
  }

  @Test
  void happenings_ofConstructor_areThoseOfItsObject() {
    Code code = Code.of("""
        class B { int size; B(CountDownLatch l) { size = 1; l.countDown(); } }
        class A { void m(CountDownLatch x) { new B(x); } }
        """);
    List<Happening> found = code.analyses().summaries().happenings(code.body("m"));
    assertThat(found)
        .filteredOn(h -> h.is(EventKind.GROUP_DONE))
        .extracting(Happening::path)
        .extracting(AccessPath::toString)
        .containsExactly("x");
    assertThat(found).noneMatch(h -> h.is(EventKind.WRITE));
  }

  @Test
  void happenings_severalTargets_areUnknown() {
    String types = "} interface I { void f(A a); } class X implements I { public void f(A a) {"
        + " a.done(); } } class Y implements I { public void f(A a) { a.done(); } } class Z {";
    assertThat(happenings(types + "void m(I i, A a) { i.f(a); }", EventKind.GROUP_DONE))
        .isEmpty();
  }

  @Test
  void happenings_recursion_areThoseOfOneTurn() {
    List<Happening> found = happenings("void m() { if (p) m(); done(); }", EventKind.GROUP_DONE);
    assertThat(found).extracting(Happening::event).containsOnly(found.get(0).event());
    assertThat(found).allMatch(Happening::always);
  }

  @Test
  void happenings_deepCalls_endAtTheBound() {
    assertThat(happenings(chain(4), EventKind.GROUP_DONE)).hasSize(1);
    assertThat(happenings(chain(5), EventKind.GROUP_DONE)).isEmpty();
  }

  @Test
  void happenings_cutShortForOneCaller_areWholeForAnother() {
    Code code = Code.of(MEMBERS + chain(5) + "}");
    Summaries summaries = code.analyses().summaries();
    assertThat(summaries.happenings(code.body("m"))).noneMatch(h -> h.is(EventKind.GROUP_DONE));
    for (String near : List.of("f5", "f3", "f1", "f0")) {
      assertThat(summaries.happenings(code.body(near)))
          .as(near)
          .anyMatch(h -> h.is(EventKind.GROUP_DONE));
    }
  }

  private static String chain(int length) {
    var code = new StringBuilder("void m() { f0(); }");
    for (int i = 0; i < length; i++) {
      code.append("void f").append(i).append("() { f").append(i + 1).append("(); }");
    }
    return code.append("void f").append(length).append("() { done(); }").toString();
  }

  @Test
  void lockChanges_halves_areTakenAndGivenBack() {
    assertThat(lockChanges("void m() { lock.lock(); }"))
        .extracting(c -> c.lock().toString(), LockChange::count)
        .containsExactly(tuple("lock", 1));
    assertThat(lockChanges("void m() { lock.unlock(); }"))
        .extracting(c -> c.lock().toString(), LockChange::count)
        .containsExactly(tuple("lock", -1));
    assertThat(lockChanges("void m() { lock.lock(); lock.unlock(); }")).isEmpty();
  }

  @Test
  void lockChanges_perhapsTaken_areNone() {
    assertThat(lockChanges("void m() { if (p) lock.lock(); }")).isEmpty();
    assertThat(lockChanges("void m() { lock.lock(); while (true) { } }")).isEmpty();
  }

  @Test
  void lockChanges_recursion_areUnknownUnlessEachRunIsBalanced() {
    assertThat(lockChanges("void m() { lock.lock(); if (p) m(); lock.unlock(); }"))
        .isEmpty();
    assertThat(lockChanges("void m() { lock.lock(); if (p) m(); }"))
        .containsExactly(LockChange.UNKNOWN);
  }

  @Test
  void lockChanges_targetsDiffer_areUnknown() {
    String types = "abstract static class L extends A { abstract void f(); }"
        + "static class X extends L { void f() { end(); } } static class Y extends L { void f() {} }"
        + "void end() { lock.unlock(); }";
    assertThat(lockChanges(types + "void m(L l) { l.f(); }")).containsExactly(LockChange.UNKNOWN);
  }
}
