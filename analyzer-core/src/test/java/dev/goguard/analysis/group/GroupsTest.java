package dev.goguard.analysis.group;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goguard.analysis.Code;
import dev.goguard.analysis.event.AccessPath;
import dev.goguard.analysis.ir.FieldRef;
import dev.goguard.analysis.model.EventKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class GroupsTest {
  private static final GroupIdentity FIELD =
      new GroupIdentity(null, null, new FieldRef("A", "latch"));

  private static Code code(String members) {
    return Code.of("""
        class A {
          private final CountDownLatch latch = new CountDownLatch(1);
        """ + members + "}");
  }

  private static List<String> users(Code code, GroupIdentity group, EventKind kind) {
    return code.analyses().groups().uses(group, kind).stream()
        .map(u -> u.in().method().ref().name())
        .toList();
  }

  @Test
  void uses_ofField_areThoseOfAllMethods() {
    Code code = code("""
        void done() { latch.countDown(); }
        void m(A other) throws Exception { other.latch.await(); }
        """);
    assertThat(code.analyses().groups().all()).containsExactly(FIELD);
    assertThat(users(code, FIELD, EventKind.GROUP_DONE)).containsExactly("done");
    assertThat(users(code, FIELD, EventKind.GROUP_WAIT)).containsExactly("m");
    assertThat(users(code, FIELD, EventKind.GROUP_ADD)).isEmpty();
  }

  @Test
  void uses_throughCalls_countForTheCaller() {
    Code code = code("void done() { latch.countDown(); } void m() { done(); }");
    assertThat(users(code, FIELD, EventKind.GROUP_DONE)).containsExactly("done", "m");
  }

  @Test
  void uses_ofLocal_includeLambdasAndReferences() {
    Code code = code("""
        void m(ExecutorService pool) throws Exception {
          CountDownLatch own = new CountDownLatch(2);
          pool.execute(() -> own.countDown());
          pool.execute(own::countDown);
          own.await(1, TimeUnit.SECONDS);
        }
        """);
    GroupIdentity own = GroupIdentity.of(code.body("m"), code.local("m", "own"));
    assertThat(users(code, own, EventKind.GROUP_DONE)).containsExactlyInAnyOrder("lambda$0", "m");
    assertThat(code.analyses().groups().uses(own, EventKind.GROUP_WAIT))
        .singleElement()
        .matches(GroupUse::timed);
  }

  @Test
  void escapes_passedOn_butNotReceiver() {
    Code code = code("""
        void take(CountDownLatch l) {}
        void m() throws Exception {
          CountDownLatch passed = new CountDownLatch(1);
          CountDownLatch own = new CountDownLatch(1);
          passed.await(); own.await(); own.countDown(); take(passed);
        }
        """);
    Groups groups = code.analyses().groups();
    assertThat(groups.escapes(GroupIdentity.of(code.body("m"), code.local("m", "passed"))))
        .isTrue();
    assertThat(groups.escapes(GroupIdentity.of(code.body("m"), code.local("m", "own"))))
        .isFalse();
  }

  @Test
  void identity_ofElement_isNone() {
    Code code = code("void m(CountDownLatch[] ls) { ls[0].countDown(); }");
    AccessPath element = code.local("m", "ls").thenPseudo("[0]");
    assertThat(GroupIdentity.of(code.body("m"), element)).isNull();
  }
}
