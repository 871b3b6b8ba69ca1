package dev.goguard.runtime;

import static dev.goguard.runtime.internal.WaitReason.CHAN_RECEIVE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.goguard.runtime.internal.Guarded;
import dev.goguard.runtime.internal.HappensBefore;
import dev.goguard.runtime.internal.HappensBefore.Point;
import dev.goguard.runtime.internal.SyncEvents;
import dev.goguard.runtime.internal.time.ManualClock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The edges that timers and contexts make, and that others are absent. */
@Guarded
class TimeSyncEventsTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  @RegisterExtension
  final ManualClock clock = new ManualClock();

  private final HappensBefore order = new HappensBefore();
  private final WaitGroup ended = new WaitGroup();
  private volatile Point there;
  private Timer timer;

  @BeforeEach
  void observe() {
    SyncEvents.observe(order);
  }

  @AfterEach
  void stopObserving() {
    SyncEvents.observe(null);
  }

  /** Runs a body to its end in a goroutine that has no edge to the current thread and back. */
  private static void elsewhere(GoBody body) throws InterruptedException {
    GoStatement.start(body).join();
  }

  private void markThere() {
    there = order.point();
    ended.done();
  }

  /** Lets the clock of the machine's alarms be that of a thread which has seen nothing. */
  private void advanceOnAThreadOfTheClock() throws InterruptedException {
    Thread thread = Thread.ofPlatform().start(() -> clock.advance(SECOND));
    thread.join();
  }

  @Test
  void timer_start_isBeforeTheReceiveOfItsTick() throws Exception {
    elsewhere(() -> {
      there = order.point();
      timer = Timer.newTimer(SECOND);
    });
    clock.advance(SECOND);
    timer.channel().receive();
    assertThat(there.isBefore(order.point())).isTrue();
  }

  @Test
  void timer_reset_isBeforeTheReceiveOfAParkedReceiver() throws Exception {
    timer = Timer.newTimer(SECOND);
    final Thread waiting = Parked.go(CHAN_RECEIVE, () -> {
      timer.channel().receive();
      there = order.point();
    });
    final Point reset = order.point();
    timer.reset(SECOND);
    final Point after = order.point();
    advanceOnAThreadOfTheClock();
    waiting.join();
    assertThat(reset.isBefore(there)).isTrue();
    assertThat(after.isBefore(there)).as("what follows the reset").isFalse();
  }

  @Test
  void timer_receive_isBeforeNothing() throws Exception {
    timer = Timer.newTimer(SECOND);
    clock.advance(SECOND);
    elsewhere(() -> {
      timer.channel().receive();
      there = order.point();
    });
    timer.stop();
    timer.reset(SECOND);
    clock.advance(SECOND);
    timer.channel().receive();
    assertThat(there.isBefore(order.point())).isFalse();
  }

  @Test
  void afterFunc_startAndReset_areBeforeTheFunction() throws Exception {
    ended.add(1);
    timer = Timer.afterFunc(SECOND, this::markThere);
    final Point reset = order.point();
    timer.reset(SECOND);
    final Point after = order.point();
    advanceOnAThreadOfTheClock();
    ended.await();
    assertThat(reset.isBefore(there)).isTrue();
    assertThat(after.isBefore(there)).isFalse();
  }

  @Test
  void afterFunc_anotherTimersStart_isNotBeforeTheFunction() throws Exception {
    ended.add(1);
    Point[] other = new Point[1];
    Timer.afterFunc(SECOND, this::markThere);
    elsewhere(() -> {
      other[0] = order.point();
      timer = Timer.newTimer(Duration.ZERO);
      timer.channel().receive();
      timer.reset(Duration.ofMillis(1));
    });
    advanceOnAThreadOfTheClock();
    ended.await();
    assertThat(other[0].isBefore(there)).isFalse();
  }

  @Test
  void context_cancel_isBeforeErrTellsOfIt() throws Exception {
    CancelContext context = Context.withCancel(Context.background());
    elsewhere(() -> {
      there = order.point();
      context.cancel();
    });
    assertThat(there.isBefore(order.point())).isFalse();
    assertThat(context.err()).isNotNull();
    assertThat(there.isBefore(order.point())).isTrue();
  }

  @Test
  void context_cancel_isBeforeItsFunction() {
    ended.add(2);
    CancelContext context = Context.withCancel(Context.background());
    Context.afterFunc(context, this::markThere);
    final Point cancel = order.point();
    context.cancel();
    ended.done();
    ended.await();
    assertThat(cancel.isBefore(there)).isTrue();
  }

  @Test
  void context_cancelOfTheParent_isBeforeDoneOfTheChild() throws Exception {
    CancelContext parent = Context.withCancel(Context.background());
    Context child = Context.withCancel(parent);
    elsewhere(() -> {
      there = order.point();
      parent.cancel();
    });
    child.done().receive();
    assertThat(there.isBefore(order.point())).isTrue();
  }
}
