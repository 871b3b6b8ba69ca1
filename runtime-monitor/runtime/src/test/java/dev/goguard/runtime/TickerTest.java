package dev.goguard.runtime;

import static dev.goguard.runtime.TimerTest.assertNoTick;
import static dev.goguard.runtime.internal.WaitReason.CHAN_RECEIVE;
import static dev.goguard.runtime.internal.time.ManualClock.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goguard.runtime.internal.Guarded;
import dev.goguard.runtime.internal.time.ManualClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Guarded
class TickerTest {
  @RegisterExtension
  final ManualClock clock = new ManualClock();

  private static Duration millis(long millis) {
    return Duration.ofMillis(millis);
  }

  private static Instant at(long millis) {
    return START.plusMillis(millis);
  }

  @Test
  void receive_everyInterval_yieldsItsTime() throws Exception {
    Ticker ticker = Ticker.newTicker(millis(10));
    Chan<Instant> got = Chan.make(3);
    Thread receiving = Parked.go(CHAN_RECEIVE, () -> {
      for (int i = 0; i < 3; i++) {
        got.send(ticker.channel().receive());
      }
    });
    for (int i = 1; i <= 3; i++) {
      clock.advanceMillis(10);
      assertThat(got.receive()).isEqualTo(at(10L * i));
      if (i < 3) {
        Parked.await(receiving, CHAN_RECEIVE);
      }
    }
    receiving.join();
    assertThat(clock.pending()).isZero();
  }

  @Test
  void receive_slowly_missesTicksAndStaysInStep() {
    Ticker ticker = Ticker.newTicker(millis(10));
    clock.advanceMillis(35);
    assertThat(ticker.channel().receive()).isEqualTo(at(10));
    assertNoTick(ticker.channel());
    clock.advanceMillis(5);
    assertThat(ticker.channel().receive()).isEqualTo(at(40));
    clock.advanceMillis(10);
    assertThat(ticker.channel().receive()).isEqualTo(at(50));
  }

  @Test
  void lenAndCap_always_areZero() {
    Ticker ticker = Ticker.newTicker(millis(10));
    clock.advanceMillis(100);
    assertThat(ticker.channel().len()).isZero();
    assertThat(ticker.channel().cap()).isZero();
  }

  @Test
  void stop_tickPending_discardsIt() {
    Ticker ticker = Ticker.newTicker(millis(10));
    clock.advanceMillis(10);
    ticker.stop();
    assertNoTick(ticker.channel());
    clock.advanceMillis(100);
    assertNoTick(ticker.channel());
    ticker.stop();
  }

  @Test
  void reset_tickPending_discardsItAndBeginsANewInterval() {
    Ticker ticker = Ticker.newTicker(millis(10));
    clock.advanceMillis(15);
    ticker.reset(millis(20));
    assertNoTick(ticker.channel());
    clock.advanceMillis(19);
    assertNoTick(ticker.channel());
    clock.advanceMillis(1);
    assertThat(ticker.channel().receive()).isEqualTo(at(35));
    clock.advanceMillis(20);
    assertThat(ticker.channel().receive()).isEqualTo(at(55));
  }

  @Test
  void reset_stopped_ticksAgain() {
    Ticker ticker = Ticker.newTicker(millis(10));
    ticker.stop();
    ticker.reset(millis(5));
    clock.advanceMillis(5);
    assertThat(ticker.channel().receive()).isEqualTo(at(5));
  }

  @Test
  void receive_twoWaiting_eachGetsATickOfItsOwn() throws Exception {
    Ticker ticker = Ticker.newTicker(millis(10));
    Chan<Instant> got = Chan.make(2);
    Thread first = Parked.go(CHAN_RECEIVE, () -> got.send(ticker.channel().receive()));
    final Thread second =
        Parked.go(CHAN_RECEIVE, () -> got.send(ticker.channel().receive()));
    clock.advanceMillis(10);
    first.join();
    Parked.await(second, CHAN_RECEIVE);
    clock.advanceMillis(10);
    second.join();
    assertThat(Drain.all(closed(got))).containsExactly(at(10), at(20));
  }

  @Test
  void receive_tickTakenBeforeItsAlarm_theWaitingReceiverGetsTheNext() throws Exception {
    Ticker ticker = Ticker.newTicker(millis(10));
    Chan<Instant> got = Chan.make(1);
    final Thread waiting =
        Parked.go(CHAN_RECEIVE, () -> got.send(ticker.channel().receive()));
    clock.skip(millis(10));
    assertThat(ticker.channel().receive()).isEqualTo(at(10));
    clock.advanceMillis(9);
    assertThat(got.tryReceive()).isNull();
    clock.advanceMillis(1);
    waiting.join();
    assertThat(got.receive()).isEqualTo(at(20));
  }

  private static Chan<Instant> closed(Chan<Instant> channel) {
    channel.close();
    return channel;
  }

  @Test
  void interval_notPositive_panics() {
    assertPanics("non-positive interval for NewTicker", () -> Ticker.newTicker(Duration.ZERO));
    assertPanics("non-positive interval for NewTicker", () -> Ticker.newTicker(millis(-1)));
    Ticker ticker = Ticker.newTicker(millis(10));
    assertPanics("non-positive interval for Ticker.Reset", () -> ticker.reset(Duration.ZERO));
    clock.advanceMillis(10);
    assertThat(ticker.channel().receive()).isEqualTo(at(10));
  }

  private static void assertPanics(String text, Runnable action) {
    assertThatThrownBy(action::run).isInstanceOf(GoPanic.class).hasMessage(text);
  }

  @Test
  void tick_interval_ticksOrIsNil() {
    RecvChan<Instant> ticks = Time.tick(millis(10));
    clock.advanceMillis(25);
    assertThat(ticks.receive()).isEqualTo(at(10));
    assertThat(Time.tick(Duration.ZERO)).isSameAs(Chan.nil());
    assertThat(Time.tick(millis(-1))).isSameAs(Chan.nil());
  }

  @Test
  void newTicker_longestInterval_neverTicks() {
    Ticker ticker = Ticker.newTicker(Duration.ofSeconds(Long.MAX_VALUE));
    clock.advance(Duration.ofDays(365 * 200));
    assertNoTick(ticker.channel());
  }
}
