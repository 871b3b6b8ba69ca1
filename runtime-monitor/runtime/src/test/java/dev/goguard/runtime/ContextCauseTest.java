package dev.goguard.runtime;

import static dev.goguard.runtime.ContextException.CANCELED;
import static dev.goguard.runtime.ContextException.DEADLINE_EXCEEDED;
import static dev.goguard.runtime.ContextTest.assertEnded;
import static dev.goguard.runtime.ContextTest.assertLive;
import static org.assertj.core.api.Assertions.assertThat;

import dev.goguard.runtime.internal.Guarded;
import dev.goguard.runtime.internal.time.ManualClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Why contexts end, and what a context without cancellation keeps of its parent. */
@Guarded
class ContextCauseTest {
  private static final Context ROOT = Context.background();
  private static final Duration SECOND = Duration.ofSeconds(1);

  @RegisterExtension
  final ManualClock clock = new ManualClock();

  private final Exception first = new Exception("first");
  private final Exception second = new Exception("second");

  @Test
  void cause_parentCancelledBeforeChild_isTheParents() {
    CancelContext parent = Context.withCancel(ROOT);
    CancelContext child = Context.withCancel(parent);
    parent.cancel(first);
    child.cancel(second);
    assertEnded(child, CANCELED, first);
  }

  @Test
  void cause_childCancelledBeforeParent_isItsOwn() {
    CancelContext parent = Context.withCancel(ROOT);
    CancelContext child = Context.withCancel(parent);
    child.cancel(first);
    parent.cancel(second);
    assertEnded(child, CANCELED, first);
    assertEnded(parent, CANCELED, second);
  }

  @Test
  void cause_ofAChildOfACancelledContext_isInherited() {
    CancelContext parent = Context.withCancel(ROOT);
    parent.cancel(first);
    assertEnded(Context.withCancel(Context.withCancel(parent)), CANCELED, first);
    assertEnded(Context.withTimeoutCause(parent, SECOND, second), CANCELED, first);
  }

  @Test
  void withTimeoutCause_timePasses_isTheGivenCause() {
    CancelContext context = Context.withTimeoutCause(ROOT, SECOND, first);
    CancelContext child = Context.withCancel(context);
    clock.advanceMillis(999);
    assertLive(context);
    clock.advanceMillis(1);
    child.done().receive();
    assertEnded(context, DEADLINE_EXCEEDED, first);
    assertEnded(child, DEADLINE_EXCEEDED, first);
  }

  @Test
  void withTimeoutCause_cancelledBefore_isNotTheGivenCause() {
    CancelContext context = Context.withTimeoutCause(ROOT, SECOND, first);
    context.cancel();
    assertEnded(context, CANCELED, CANCELED);
    CancelContext other = Context.withTimeoutCause(ROOT, SECOND, first);
    other.cancel(second);
    assertEnded(other, CANCELED, second);
  }

  @Test
  void withDeadlineCause_past_isTheGivenCauseFromTheStart() {
    assertEnded(Context.withDeadlineCause(ROOT, Time.now(), first), DEADLINE_EXCEEDED, first);
    assertEnded(
        Context.withDeadlineCause(ROOT, Time.now(), null), DEADLINE_EXCEEDED, DEADLINE_EXCEEDED);
  }

  @Test
  void withDeadlineCause_parentsDeadlineIsEarlier_isTheParents() {
    CancelContext parent = Context.withTimeoutCause(ROOT, SECOND, first);
    CancelContext child = Context.withTimeoutCause(parent, SECOND.multipliedBy(2), second);
    assertThat(child.deadline()).isEqualTo(parent.deadline());
    clock.advance(SECOND);
    child.done().receive();
    assertEnded(child, DEADLINE_EXCEEDED, first);
  }

  @Test
  void withTimeout_ended_setsNoAlarmAnyMore() {
    CancelContext context = Context.withTimeout(ROOT, SECOND);
    CancelContext child = Context.withTimeout(context, Duration.ofMillis(1));
    assertThat(clock.pending()).isEqualTo(2);
    context.cancel();
    assertThat(clock.pending()).isZero();
    assertEnded(child, CANCELED, CANCELED);
  }

  @Test
  void withoutCancel_parentEnds_keepsOnlyItsValues() {
    Context.Key<String> key = Context.Key.of("k");
    CancelContext parent = Context.withTimeout(Context.withValue(ROOT, key, "v"), SECOND);
    Context detached = Context.withoutCancel(parent);
    final CancelContext child = Context.withCancel(detached);
    parent.cancel(first);
    assertThat(detached.done()).isSameAs(Chan.nil());
    assertThat(detached.err()).isNull();
    assertThat(detached.cause()).isNull();
    assertThat(detached.deadline()).isEmpty();
    assertThat(detached.value(key)).isEqualTo("v");
    assertLive(child);
  }

  @Test
  void toString_deadlines_showTimeAndWhatIsLeft() {
    CancelContext context = Context.withTimeout(ROOT, Duration.ofMillis(3_723_500));
    clock.advance(SECOND);
    assertThat(context)
        .hasToString("context.Background.WithDeadline(2000-01-01T01:02:03.500Z [1h2m2.5s])");
    assertThat(Context.withTimeout(context, Duration.ofDays(1)))
        .hasToString(context + ".WithCancel");
    assertThat(Context.withoutCancel(ROOT)).hasToString("context.Background.WithoutCancel");
  }
}
