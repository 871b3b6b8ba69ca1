package dev.goguard.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goguard.runtime.internal.Guarded;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Timers on the clock of the machine: that they work, that nothing keeps them, under stress. */
@Guarded
class TimerRealTimeTest {
  private static final Duration HOUR = Duration.ofHours(1);

  private static Duration millis(long millis) {
    return Duration.ofMillis(millis);
  }

  @Test
  void sleepTimerTickerAfterFunc_shortTimes_pass() {
    long start = System.nanoTime();
    Time.sleep(millis(2));
    assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(2_000_000);
    assertThat(Time.after(millis(1)).receiveOk().ok()).isTrue();
    Ticker ticker = Ticker.newTicker(millis(1));
    Instant first = ticker.channel().receive();
    assertThat(ticker.channel().receive()).isAfter(first);
    Chan<Integer> ran = Chan.make();
    Timer.afterFunc(millis(1), () -> ran.send(1));
    assertThat(ran.receive()).isEqualTo(1);
  }

  @Test
  void newTimerAndTicker_forgotten_areCollected() {
    assertCollected(() -> Timer.newTimer(HOUR));
    assertCollected(() -> Ticker.newTicker(HOUR));
    assertCollected(() -> Time.after(HOUR));
    assertCollected(() -> Time.tick(HOUR));
    assertCollected(TimerRealTimeTest::stoppedTimer);
  }

  @Test
  void newTimer_waitedForAndForgotten_isCollected() {
    assertCollected(() -> {
      RecvChan<Instant> after = Time.after(HOUR);
      Select.of(after.onReceive(at -> {}), Time.after(millis(1)).onReceive(at -> {}))
          .run();
      return after;
    });
  }

  private static Timer stoppedTimer() {
    Timer timer = Timer.newTimer(HOUR);
    timer.stop();
    return timer;
  }

  @Test
  void afterFunc_stopped_releasesItsFunction() {
    assertCollected(() -> {
      Object captured = new Object();
      Timer.afterFunc(HOUR, captured::hashCode).stop();
      return captured;
    });
  }

  private static void assertCollected(Supplier<Object> maker) {
    WeakReference<Object> made = new WeakReference<>(maker.get());
    while (made.get() != null) {
      System.gc();
    }
    assertThat(made.get()).isNull();
  }

  @Test
  void timers_resetAndStoppedByMany_loseAndInventNothing() {
    AtomicInteger received = new AtomicInteger();
    AtomicInteger stopped = new AtomicInteger();
    WaitGroup wg = new WaitGroup();
    for (int g = 0; g < 8; g++) {
      wg.go(() -> {
        Timer timer = Timer.newTimer(HOUR);
        for (int i = 0; i < 500; i++) {
          timer.reset(Duration.ofNanos(i % 7 * 10_000L));
          if (i % 2 == 0) {
            timer.channel().receive();
            received.incrementAndGet();
          } else if (timer.stop()) {
            stopped.incrementAndGet();
          }
          assertThat(timer.channel().tryReceive()).isNull();
        }
      });
    }
    wg.await();
    assertThat(received).hasValue(8 * 250);
    assertThat(stopped).hasValue(8 * 250);
  }

  @Test
  void afterFunc_stopRacesWithExpiry_eitherRunsOrIsStopped() {
    AtomicInteger ran = new AtomicInteger();
    int stopped = 0;
    WaitGroup wg = new WaitGroup();
    for (int i = 0; i < 2000; i++) {
      wg.add(1);
      Timer timer = Timer.afterFunc(Duration.ofNanos(i % 10 * 5_000L), () -> {
        ran.incrementAndGet();
        wg.done();
      });
      if (timer.stop()) {
        stopped++;
        wg.done();
      }
    }
    wg.await();
    assertThat(ran.get() + stopped).isEqualTo(2000);
  }

  @Test
  void afterFunc_rearmsItself_doesNotStarveOthers() {
    Chan<Integer> done = Chan.make();
    AtomicInteger rounds = new AtomicInteger();
    Chan<Timer> self = Chan.make(1);
    self.send(Timer.afterFunc(Duration.ZERO, () -> {
      Timer timer = self.receive();
      self.send(timer);
      if (rounds.incrementAndGet() < 1000) {
        timer.reset(Duration.ZERO);
      }
    }));
    Timer.afterFunc(millis(1), () -> done.send(1));
    assertThat(done.receive()).isEqualTo(1);
  }

  @Test
  void tickers_stoppedAndResetWhileReceived_endCleanly() {
    WaitGroup wg = new WaitGroup();
    for (int g = 0; g < 4; g++) {
      wg.go(() -> {
        Ticker ticker = Ticker.newTicker(Duration.ofNanos(50_000));
        Chan<Void> stop = Chan.make();
        WaitGroup receivers = new WaitGroup();
        for (int r = 0; r < 3; r++) {
          receivers.go(() -> receiveUntil(stop, ticker));
        }
        for (int i = 0; i < 100; i++) {
          ticker.reset(Duration.ofNanos(50_000 + i * 1000L));
          ticker.channel().receive();
          ticker.stop();
        }
        stop.close();
        receivers.await();
        assertThat(ticker.channel().tryReceive()).isNull();
      });
    }
    wg.await();
  }

  private static void receiveUntil(Chan<Void> stop, Ticker ticker) {
    boolean[] stopped = new boolean[1];
    Select select =
        Select.of(ticker.channel().onReceive(at -> {}), stop.onReceive(none -> stopped[0] = true));
    while (!stopped[0]) {
      select.run();
    }
  }
}
