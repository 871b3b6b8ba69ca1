package dev.goguard.runtime;

import static dev.goguard.runtime.internal.WaitReason.SELECT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.goguard.runtime.internal.Guarded;
import dev.goguard.runtime.internal.time.ManualClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Waiting for events to be allowed. */
@Guarded
class LimiterAwaitTest {
  private static final Context ROOT = Context.background();

  @RegisterExtension
  final ManualClock clock = new ManualClock();

  private final Limiter limiter = new Limiter(10, 3);

  @Test
  void await_tokensLeft_returnsAtOnce() {
    limiter.awaitN(ROOT, 2);
    limiter.await(ROOT);
    assertThat(limiter.tokens()).isZero();
  }

  @Test
  void await_tooFew_waitsForThem() throws Exception {
    limiter.awaitN(ROOT, 2);
    Thread waiting = Parked.go(SELECT, () -> limiter.awaitN(ROOT, 3));
    clock.advanceMillis(199);
    Parked.await(waiting, SELECT);
    clock.advanceMillis(1);
    waiting.join();
    assertThat(limiter.tokens()).isCloseTo(0, within(1e-9));
  }

  @Test
  void await_moreThanTheBurst_isRefused() {
    assertThatThrownBy(() -> limiter.awaitN(ROOT, 4))
        .isInstanceOf(RateLimitException.class)
        .hasMessage("rate: Wait(n=4) exceeds limiter's burst 3");
    assertThat(limiter.tokens()).isEqualTo(3);
  }

  @Test
  void await_unlimited_ignoresTheBurst() {
    Limiter unlimited = new Limiter(Limiter.INF, 0);
    unlimited.awaitN(ROOT, 3);
    assertThat(unlimited.limit()).isEqualTo(Limiter.INF);
  }

  @Test
  void await_contextEnded_throwsItsError() {
    CancelContext context = Context.withCancel(ROOT);
    context.cancel();
    assertThatThrownBy(() -> limiter.await(context)).isSameAs(ContextException.CANCELED);
    assertThat(limiter.tokens()).isEqualTo(3);
  }

  @Test
  void await_deadlineTooEarly_isRefusedAtOnce() {
    CancelContext context = Context.withTimeout(ROOT, Duration.ofMillis(100));
    limiter.awaitN(context, 2);
    assertThatThrownBy(() -> limiter.awaitN(context, 3))
        .isInstanceOf(RateLimitException.class)
        .hasMessage("rate: Wait(n=3) would exceed context deadline");
    assertThat(limiter.tokens()).isEqualTo(1);
  }

  @Test
  void await_cancelledMeanwhile_throwsAndGivesTheTokensBack() throws Exception {
    CancelContext context = Context.withCancel(ROOT);
    limiter.awaitN(context, 2);
    Thread waiting = Parked.go(
        SELECT,
        () -> assertThatThrownBy(() -> limiter.awaitN(context, 3))
            .isSameAs(ContextException.CANCELED));
    clock.advanceMillis(100);
    context.cancel();
    waiting.join();
    assertThat(limiter.tokens()).isCloseTo(2, within(1e-9));
    limiter.awaitN(ROOT, 2);
  }

  @Test
  void await_interrupted_throwsAndGivesTheTokensBack() throws Exception {
    limiter.awaitN(ROOT, 3);
    Thread waiting = Parked.go(
        SELECT,
        () -> assertThatThrownBy(() -> limiter.await(ROOT))
            .isInstanceOf(GoInterruptedException.class));
    waiting.interrupt();
    waiting.join();
    assertThat(limiter.tokens()).isCloseTo(0, within(1e-9));
  }

  @Test
  void setLimit_afterZero_letsTokensCome() throws Exception {
    Limiter stopped = new Limiter(0, 1);
    assertThat(stopped.allow()).isTrue();
    assertThat(stopped.allow()).isFalse();
    stopped.setLimit(10);
    stopped.setBurst(2);
    Thread waiting = Parked.go(SELECT, () -> stopped.await(ROOT));
    clock.advanceMillis(100);
    waiting.join();
    assertThat(stopped.burst()).isEqualTo(2);
  }

  /** Go's time is monotonic: nothing happens to a limiter when the clock is set. */
  @Test
  void operations_timeOfDayIsSet_takeNoNotice() throws Exception {
    for (int hours : new int[] {1, -3}) {
      Limiter set = new Limiter(10, 3);
      assertThat(set.reserveN(Limiter.now(), 3).ok()).isTrue();
      clock.setTimeOfDay(Duration.ofHours(hours));
      assertThat(set.allow()).isFalse();
      assertThat(set.tokens()).isZero();
      assertThat(set.reserve().delay()).isEqualTo(Duration.ofMillis(100));
      clock.advanceMillis(200);
      assertThat(set.allow()).isTrue();
    }
  }

  @Test
  void await_timeOfDayIsSet_knowsTheTimeLeftOfTheContext() throws Exception {
    limiter.awaitN(ROOT, 3);
    CancelContext second = Context.withTimeout(ROOT, Duration.ofSeconds(1));
    clock.setTimeOfDay(Duration.ofHours(1));
    Thread waiting = Parked.go(SELECT, () -> limiter.await(second));
    clock.advanceMillis(100);
    waiting.join();
    clock.setTimeOfDay(Duration.ofHours(-2));
    clock.advanceMillis(850);
    limiter.awaitN(second, 3);
    assertThatThrownBy(() -> limiter.await(second)).isInstanceOf(RateLimitException.class);
  }
}
