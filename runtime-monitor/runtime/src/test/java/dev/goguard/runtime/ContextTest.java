package dev.goguard.runtime;

import static dev.goguard.runtime.ContextException.CANCELED;
import static dev.goguard.runtime.ContextException.DEADLINE_EXCEEDED;
import static dev.goguard.runtime.internal.WaitReason.CHAN_RECEIVE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goguard.runtime.internal.Guarded;
import java.time.Duration;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

@Guarded
class ContextTest {
  private static final Context ROOT = Context.background();
  private static final Duration LONG = Duration.ofHours(1);

  @Test
  void background_always_neverEnds() {
    assertThat(ROOT.done()).isSameAs(Chan.nil());
    assertThat(ROOT.err()).isNull();
    assertThat(ROOT.cause()).isNull();
    assertThat(ROOT.deadline()).isEmpty();
    assertThat(ROOT).hasToString("context.Background");
  }

  @Test
  void cancel_waitingGoroutine_isWoken() throws Exception {
    CancelContext context = Context.withCancel(ROOT);
    assertLive(context);
    Thread waiting = Parked.go(CHAN_RECEIVE, () -> context.done().receive());
    context.cancel();
    waiting.join();
    assertEnded(context, CANCELED, CANCELED);
  }

  @Test
  void cancel_again_changesNothing() {
    Exception reason = new Exception("first");
    CancelContext context = Context.withCancel(ROOT);
    context.cancel(reason);
    context.cancel(new Exception("second"));
    context.close();
    assertEnded(context, CANCELED, reason);
  }

  @Test
  void cancel_parent_endsAllDescendantsWithItsCause() {
    Exception reason = new Exception("why");
    CancelContext parent = Context.withCancel(ROOT);
    final CancelContext child = Context.withCancel(parent);
    Context value = Context.withValue(child, Context.Key.of("k"), 1);
    final CancelContext grandchild = Context.withTimeout(value, LONG);
    parent.cancel(reason);
    assertEnded(child, CANCELED, reason);
    assertEnded(value, CANCELED, reason);
    assertEnded(grandchild, CANCELED, reason);
  }

  @Test
  void cancel_child_leavesParentAndSiblingsAlone() {
    CancelContext parent = Context.withCancel(ROOT);
    CancelContext child = Context.withCancel(parent);
    final CancelContext sibling = Context.withCancel(parent);
    child.cancel();
    assertEnded(child, CANCELED, CANCELED);
    assertLive(parent);
    assertLive(sibling);
    parent.cancel();
    assertEnded(sibling, CANCELED, CANCELED);
  }

  @Test
  void withCancel_endedParent_isEndedFromTheStart() {
    CancelContext parent = Context.withTimeout(ROOT, Duration.ZERO);
    assertEnded(Context.withCancel(parent), DEADLINE_EXCEEDED, DEADLINE_EXCEEDED);
    assertEnded(Context.withTimeout(parent, LONG), DEADLINE_EXCEEDED, DEADLINE_EXCEEDED);
  }

  @Test
  void withTimeout_timePasses_ends() {
    try (var context = Context.withTimeout(ROOT, Duration.ofMillis(5))) {
      assertThat(context.done().receiveOk().ok()).isFalse();
      assertEnded(context, DEADLINE_EXCEEDED, DEADLINE_EXCEEDED);
    }
  }

  @Test
  void withTimeout_parentsTimePasses_childEndsTheSameWay() {
    CancelContext parent = Context.withTimeout(ROOT, Duration.ofMillis(5));
    CancelContext child = Context.withTimeout(parent, LONG);
    assertThat(child.deadline()).isEqualTo(parent.deadline());
    child.done().receive();
    assertEnded(child, DEADLINE_EXCEEDED, DEADLINE_EXCEEDED);
  }

  @Test
  void withTimeout_cancelledBefore_endsAsCancelled() {
    CancelContext context = Context.withTimeout(ROOT, LONG);
    context.cancel();
    assertEnded(context, CANCELED, CANCELED);
  }

  @Test
  void withTimeout_hugeOrNegative_saturates() {
    assertLive(Context.withTimeout(ROOT, Duration.ofSeconds(Long.MAX_VALUE)));
    assertEnded(
        Context.withTimeout(ROOT, Duration.ofSeconds(Long.MIN_VALUE)),
        DEADLINE_EXCEEDED,
        DEADLINE_EXCEEDED);
  }

  @Test
  void withDeadline_past_isEndedFromTheStart() {
    Instant past = Instant.now().minusSeconds(1);
    CancelContext context = Context.withDeadline(ROOT, past);
    assertThat(context.deadline()).contains(past);
    assertEnded(context, DEADLINE_EXCEEDED, DEADLINE_EXCEEDED);
  }

  @Test
  void value_nestedContexts_findsTheNearest() {
    Context.Key<String> user = Context.Key.of("user");
    Context.Key<String> sameName = Context.Key.of("user");
    Context outer = Context.withValue(ROOT, user, "ann");
    Context inner = Context.withValue(Context.withCancel(outer), user, "bob");
    assertThat(Context.withValue(inner, user, null).value(user)).isNull();
    assertThat(outer.value(user)).isEqualTo("ann");
    assertThat(inner.value(user)).isEqualTo("bob");
    assertThat(inner.value(sameName)).isNull();
    assertThatThrownBy(() -> Context.withValue(ROOT, null, 1)).hasMessage("nil key");
  }

  @Test
  void derive_nilParent_panics() {
    assertNilParent(() -> Context.withCancel(null));
    assertNilParent(() -> Context.withTimeout(null, LONG));
    assertNilParent(() -> Context.withDeadline(null, Instant.now()));
    assertNilParent(() -> Context.withoutCancel(null));
    assertNilParent(() -> Context.afterFunc(null, () -> {}));
    assertNilParent(() -> Context.withValue(null, Context.Key.of("k"), 1));
  }

  private static void assertNilParent(ThrowingCallable derive) {
    assertThatThrownBy(derive)
        .isInstanceOf(GoPanic.class)
        .hasMessage("cannot create context from nil parent");
  }

  @Test
  void err_texts_areGos() {
    assertThat(CANCELED).hasMessage("context canceled");
    assertThat(DEADLINE_EXCEEDED).hasMessage("context deadline exceeded");
  }

  @Test
  void toString_nestedContexts_showsTheChain() {
    Context context = Context.withValue(Context.withCancel(ROOT), Context.Key.of("user"), 1);
    assertThat(context)
        .hasToString("context.Background.WithCancel.WithValue(user, java.lang.Integer)");
  }

  @Test
  void cancel_manyAtOnceWithChildrenBeingAdded_leavesNoneAlive() {
    for (int round = 0; round < 50; round++) {
      CancelContext parent = Context.withCancel(ROOT);
      Chan<CancelContext> children = Chan.make(20);
      WaitGroup wg = new WaitGroup();
      for (int i = 0; i < 20; i++) {
        wg.go(() -> children.send(Context.withCancel(parent)));
        wg.go(parent::cancel);
      }
      wg.await();
      children.close();
      assertThat(Drain.all(children))
          .hasSize(20)
          .allSatisfy(child -> assertEnded(child, CANCELED, CANCELED));
    }
  }

  @Test
  void toString_strings_speakForThemselves() {
    Context.Key<String> key = Context.Key.of("k");
    assertThat(Context.withValue(Context.withValue(Context.todo(), key, "v"), key, null))
        .hasToString("context.TODO.WithValue(k, v).WithValue(k, <nil>)");
  }

  @Test
  void todo_always_neverEnds() {
    assertThat(Context.todo().done()).isSameAs(Chan.nil());
    assertLiveRoot(Context.todo());
  }

  private static void assertLiveRoot(Context context) {
    assertThat(context.err()).isNull();
    assertThat(context.cause()).isNull();
    assertThat(context.deadline()).isEmpty();
  }

  static void assertLive(Context context) {
    assertThat(context.err()).isNull();
    assertThat(context.cause()).isNull();
    assertThat(context.done().tryReceive()).isNull();
  }

  static void assertEnded(Context context, ContextException err, Throwable cause) {
    assertThat(context.err()).isSameAs(err);
    assertThat(context.cause()).isSameAs(cause);
    assertThat(context.done().tryReceive()).isEqualTo(new Received<>(null, false));
  }
}
