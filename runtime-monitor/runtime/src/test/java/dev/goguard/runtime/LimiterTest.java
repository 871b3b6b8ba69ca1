package dev.goguard.runtime;

import static dev.goguard.runtime.internal.time.ManualClock.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.goguard.runtime.internal.Guarded;
import dev.goguard.runtime.internal.time.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether events are allowed at given times; a tick is a tenth of a second. */
@Guarded
class LimiterTest {
  @RegisterExtension
  final ManualClock clock = new ManualClock();

  private static Instant t(int ticks) {
    return START.plusMillis(100L * ticks);
  }

  private static void check(Limiter limiter, int tick, double tokens, int n, boolean ok) {
    assertThat(limiter.tokensAt(t(tick))).isCloseTo(tokens, within(1e-9));
    assertThat(limiter.allowN(t(tick), n)).isEqualTo(ok);
  }

  @ParameterizedTest
  @CsvSource({
    "PT0.000000001S, 1e9",
    "PT0.000001S, 1e6",
    "PT0.01S, 100",
    "PT1S, 1",
    "PT2.5S, 0.4",
    "PT10S, 0.1",
    "PT9223372036.854775807S, 1.084202172485504e-10"
  })
  void every_interval_isTheInverse(Duration interval, double limit) {
    assertThat(Limiter.every(interval)).isCloseTo(limit, within(limit * 1e-9));
  }

  @Test
  void every_noInterval_isUnlimited() {
    assertThat(Limiter.every(Duration.ZERO)).isEqualTo(Limiter.INF);
    assertThat(Limiter.every(Duration.ofNanos(-1))).isEqualTo(Limiter.INF);
    assertThat(new Limiter(10, 1).limit()).isNotEqualTo(Limiter.INF);
  }

  @Test
  void allow_burstOfOne_allowsOnePerTick() {
    Limiter limiter = new Limiter(10, 1);
    check(limiter, 0, 1, 1, true);
    check(limiter, 0, 0, 1, false);
    check(limiter, 0, 0, 1, false);
    check(limiter, 1, 1, 1, true);
    check(limiter, 1, 0, 1, false);
    check(limiter, 2, 1, 2, false);
    check(limiter, 2, 1, 1, true);
    check(limiter, 2, 0, 1, false);
  }

  @Test
  void allow_burstOfThree_savesUpToThree() {
    Limiter limiter = new Limiter(10, 3);
    check(limiter, 0, 3, 2, true);
    check(limiter, 0, 1, 2, false);
    check(limiter, 0, 1, 1, true);
    check(limiter, 0, 0, 1, false);
    check(limiter, 1, 1, 4, false);
    check(limiter, 2, 2, 1, true);
    check(limiter, 3, 2, 1, true);
    check(limiter, 4, 2, 2, true);
    check(limiter, 4, 0, 1, false);
    check(limiter, 9, 3, 3, true);
    check(limiter, 9, 0, 0, true);
  }

  @Test
  void allow_timeJumpsBackwards_bringsNoTokens() {
    Limiter limiter = new Limiter(10, 3);
    check(limiter, 1, 3, 1, true);
    check(limiter, 0, 2, 2, true);
    check(limiter, 0, 0, 1, false);
    check(limiter, 1, 1, 1, true);
    check(limiter, 1, 0, 1, false);
    check(limiter, 2, 1, 1, true);
    check(limiter, 2, 0, 1, false);
  }

  @Test
  void allow_limitWithManyDigits_losesNothingToRounding() {
    assertThat(new Limiter(0.7692307692307693, 1).allow()).isTrue();
  }

  @Test
  void allow_zeroLimit_allowsTheBurstOnly() {
    Limiter limiter = new Limiter(0, 1);
    assertThat(limiter.allow()).isTrue();
    assertThat(limiter.allow()).isFalse();
    clock.advance(Duration.ofDays(1000));
    assertThat(limiter.allow()).isFalse();
  }

  @Test
  void allow_tinyLimit_doesNotOverflow() {
    Limiter limiter = new Limiter(1e-10, 1);
    assertThat(limiter.allow()).isTrue();
    assertThat(limiter.allow()).isFalse();
  }

  @Test
  void allow_unlimited_ignoresTheBurst() {
    Limiter limiter = new Limiter(Limiter.INF, 0);
    assertThat(limiter.allowN(t(0), 1000)).isTrue();
    assertThat(limiter.burst()).isZero();
  }

  @Test
  void allow_longRun_keepsToTheRate() {
    Limiter limiter = new Limiter(100, 100);
    int allowed = 0;
    for (int i = 0; i < 2500; i++) {
      allowed += limiter.allow() ? 1 : 0;
      clock.advanceMillis(2);
    }
    assertThat(allowed).isBetween(599, 601);
  }

  @Test
  void allow_manyAtOnce_allowsTheBurst() {
    Limiter limiter = new Limiter(1, 5);
    AtomicInteger allowed = new AtomicInteger();
    WaitGroup wg = new WaitGroup();
    for (int i = 0; i < 15; i++) {
      wg.go(() -> allowed.addAndGet(limiter.allow() ? 1 : 0));
    }
    wg.await();
    assertThat(allowed).hasValue(5);
  }

  @Test
  void tokens_timePasses_fillUpToTheBurst() {
    Limiter limiter = new Limiter(10, 3);
    limiter.reserveN(Time.now(), 3);
    limiter.reserveN(Time.now(), 2);
    assertThat(limiter.tokens()).isCloseTo(-2, within(1e-9));
    clock.advanceMillis(250);
    assertThat(limiter.tokens()).isCloseTo(0.5, within(1e-9));
    clock.advanceMillis(1000);
    assertThat(limiter.tokens()).isCloseTo(3, within(1e-9));
  }
}
