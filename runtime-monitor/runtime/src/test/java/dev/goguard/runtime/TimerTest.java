package dev.goguard.runtime;

import static dev.goguard.runtime.internal.WaitReason.CHAN_RECEIVE;
import static dev.goguard.runtime.internal.WaitReason.SELECT;
import static dev.goguard.runtime.internal.time.ManualClock.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goguard.runtime.internal.Guarded;
import dev.goguard.runtime.internal.time.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Guarded
class TimerTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration LONG = Duration.ofHours(1);

  @RegisterExtension
  final ManualClock clock = new ManualClock();

  @Test
  void receive_timePasses_yieldsTheTimeOnce() throws Exception {
    Timer timer = Timer.newTimer(SECOND);
    Chan<Instant> got = Chan.make(1);
    Thread waiting = Parked.go(CHAN_RECEIVE, () -> got.send(timer.channel().receive()));
    clock.advanceMillis(999);
    assertThat(got.tryReceive()).isNull();
    clock.advanceMillis(1);
    waiting.join();
    assertThat(got.receive()).isEqualTo(START.plus(SECOND));
    clock.advance(LONG);
    assertNoTick(timer.channel());
  }

  @Test
  void receive_late_yieldsTheTimeForWhichTheTimerWasSet() {
    RecvChan<Instant> channel = Time.after(SECOND);
    clock.advance(LONG);
    assertThat(channel.receive()).isEqualTo(START.plus(SECOND));
    assertNoTick(channel);
  }

  @Test
  void lenAndCap_expiredOrNot_areZero() {
    Timer timer = Timer.newTimer(SECOND);
    assertThat(timer.channel().cap()).isZero();
    clock.advance(LONG);
    assertThat(timer.channel().len()).isZero();
    assertThat(timer.channel().tryReceive().ok()).isTrue();
  }

  @Test
  void newTimer_zeroOrNegative_isDueAtOnce() {
    assertThat(Timer.newTimer(Duration.ZERO).channel().receive()).isEqualTo(START);
    assertThat(Time.after(Duration.ofSeconds(Long.MIN_VALUE)).receive()).isEqualTo(START);
  }

  @Test
  void newTimer_longerThanTheClockCounts_isNeverDue() {
    RecvChan<Instant> channel = Time.after(Duration.ofSeconds(Long.MAX_VALUE));
    clock.advance(Duration.ofDays(365 * 200));
    assertNoTick(channel);
  }

  @Test
  void stop_running_leavesNothingToReceive() {
    Timer timer = Timer.newTimer(SECOND);
    assertThat(timer.stop()).isTrue();
    assertThat(timer.stop()).isFalse();
    clock.advance(LONG);
    assertNoTick(timer.channel());
  }

  @Test
  void stop_expiredButNotReceived_discardsTheValue() {
    Timer timer = Timer.newTimer(SECOND);
    clock.advance(LONG);
    assertThat(timer.stop()).isTrue();
    assertNoTick(timer.channel());
  }

  @Test
  void stop_received_reportsThatItWasOver() {
    Timer timer = Timer.newTimer(SECOND);
    clock.advance(SECOND);
    timer.channel().receive();
    assertThat(timer.stop()).isFalse();
    assertThat(timer.reset(SECOND)).isFalse();
  }

  @Test
  void reset_expiredButNotReceived_discardsTheValueAndRunsAgain() {
    Timer timer = Timer.newTimer(SECOND);
    clock.advance(LONG);
    assertThat(timer.reset(SECOND)).isTrue();
    assertNoTick(timer.channel());
    clock.advance(SECOND);
    assertThat(timer.channel().receive()).isEqualTo(START.plus(LONG).plus(SECOND));
  }

  @Test
  void reset_awaited_movesTheExpiryBothWays() throws Exception {
    Timer timer = Timer.newTimer(SECOND);
    Thread waiting = Parked.go(CHAN_RECEIVE, () -> timer.channel().receive());
    assertThat(timer.reset(LONG)).isTrue();
    clock.advance(SECOND);
    Parked.await(waiting, CHAN_RECEIVE);
    assertThat(clock.pending()).isEqualTo(1);
    assertThat(timer.reset(Duration.ofNanos(1))).isTrue();
    clock.advance(SECOND);
    waiting.join();
    assertThat(timer.stop()).isFalse();
  }

  @Test
  void stop_awaited_leavesTheReceiverWaitingForTheNextStart() throws Exception {
    Timer timer = Timer.newTimer(SECOND);
    Thread waiting = Parked.go(CHAN_RECEIVE, () -> timer.channel().receive());
    assertThat(timer.stop()).isTrue();
    assertThat(clock.pending()).isZero();
    clock.advance(LONG);
    Parked.await(waiting, CHAN_RECEIVE);
    timer.reset(SECOND);
    clock.advance(SECOND);
    waiting.join();
  }

  @Test
  void select_twoWaiting_oneGetsTheValue() throws Exception {
    Timer timer = Timer.newTimer(SECOND);
    Chan<Void> stop = Chan.make();
    AtomicInteger received = new AtomicInteger();
    Select select = Select.of(
        timer.channel().onReceive(at -> received.incrementAndGet()), stop.onReceive(none -> {}));
    final Thread first = Parked.go(SELECT, select::run);
    final Thread second = Parked.go(SELECT, select::run);
    clock.advance(SECOND);
    assertThat(timer.stop()).isFalse();
    stop.close();
    first.join();
    second.join();
    assertThat(received).hasValue(1);
  }

  @Test
  void select_timerStoppedMeanwhile_choosesTheOther() throws Exception {
    Timer timer = Timer.newTimer(SECOND);
    Chan<Integer> other = Chan.make();
    Chan<String> chosen = Chan.make(1);
    Thread selecting = Parked.go(
        SELECT,
        () -> Select.of(
                timer.channel().onReceive(at -> chosen.send("timer")),
                other.onReceive(x -> chosen.send("other")))
            .run());
    timer.stop();
    clock.advance(LONG);
    other.send(1);
    selecting.join();
    assertThat(chosen.receive()).isEqualTo("other");
  }

  @Test
  void select_over_leavesNoAlarmBehind() throws Exception {
    RecvChan<Instant> timeout = Time.after(LONG);
    Chan<Integer> work = Chan.make();
    Thread selecting = Parked.go(
        SELECT,
        () -> Select.of(timeout.onReceive(at -> {}), work.onReceive(x -> {})).run());
    assertThat(clock.pending()).isEqualTo(1);
    work.send(1);
    selecting.join();
    assertThat(clock.pending()).isZero();
  }

  @Test
  void receive_interrupted_leavesNoAlarmBehind() throws Exception {
    RecvChan<Instant> timeout = Time.after(LONG);
    Thread waiting = Parked.go(
        CHAN_RECEIVE,
        () -> assertThatThrownBy(timeout::receive).isInstanceOf(GoInterruptedException.class));
    waiting.interrupt();
    waiting.join();
    assertThat(clock.pending()).isZero();
  }

  @Test
  void newTimer_notAwaited_isUnknownToTheClock() {
    Timer timer = Timer.newTimer(LONG);
    Ticker ticker = Ticker.newTicker(SECOND);
    assertThat(clock.pending()).isZero();
    assertNoTick(timer.channel());
    assertNoTick(ticker.channel());
    assertThat(clock.pending()).isZero();
  }

  @Test
  void receive_severalTimers_expireInTheOrderOfTheirTimes() throws Exception {
    int[] slots = {5, 3, 6, 6, 6, 1, 1, 2, 7, 9, 4, 8, 0};
    Thread[] waiting = new Thread[slots.length];
    Chan<Integer> got = Chan.make(slots.length);
    for (int i = 0; i < slots.length; i++) {
      int slot = slots[i];
      RecvChan<Instant> after = Time.after(Duration.ofMillis(slot + 1L));
      waiting[i] = Parked.go(CHAN_RECEIVE, () -> {
        after.receive();
        got.send(slot);
      });
    }
    for (int time = 0; time < 10; time++) {
      clock.advanceMillis(1);
      for (int i = 0; i < slots.length; i++) {
        if (slots[i] == time) {
          waiting[i].join();
          assertThat(got.receive()).isEqualTo(time);
        }
      }
    }
    assertThat(got.len()).isZero();
  }

  static void assertNoTick(RecvChan<Instant> channel) {
    assertThat(channel.tryReceive()).isNull();
  }

  @Test
  void after_inARow_eachTakesItsTime() {
    for (int i = 1; i <= 10; i++) {
      RecvChan<Instant> channel = Time.after(SECOND);
      clock.advanceMillis(999);
      assertNoTick(channel);
      clock.advanceMillis(1);
      assertThat(channel.receive()).isEqualTo(START.plusSeconds(i));
    }
  }
}
