package dev.goguard.runtime;

import static dev.goguard.runtime.internal.time.ManualClock.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.goguard.runtime.internal.Guarded;
import dev.goguard.runtime.internal.time.ManualClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** When reserved events may happen; a tick is a tenth of a second. */
@Guarded
class LimiterReserveTest {
  @RegisterExtension
  final ManualClock clock = new ManualClock();

  private final Limiter limiter = new Limiter(10, 2);

  private static Instant t(int ticks) {
    return START.plusMillis(100L * ticks);
  }

  private static Reservation reserve(Limiter limiter, int tick, int n, int act) {
    Reservation reservation = limiter.reserveN(t(tick), n);
    assertThat(reservation.ok()).isTrue();
    assertThat(Duration.between(START, reservation.timeToAct()).toMillis()).isEqualTo(100L * act);
    return reservation;
  }

  private Reservation reserve(int tick, int n, int act) {
    return reserve(limiter, tick, n, act);
  }

  private void assertRefused(int tick, int n) {
    Reservation refused = limiter.reserveN(t(tick), n);
    assertThat(refused.ok()).isFalse();
    assertThat(refused.delayFrom(t(tick))).isEqualTo(Duration.ofNanos(Long.MAX_VALUE));
    refused.cancelAt(t(tick));
  }

  @Test
  void reserve_moreThanThereAre_mustHoldBack() {
    reserve(0, 2, 0);
    reserve(0, 2, 2);
    reserve(3, 2, 4);
  }

  @Test
  void delay_timePasses_becomesZero() {
    reserve(0, 2, 0);
    Reservation reservation = limiter.reserve();
    assertThat(reservation.delay()).isEqualTo(Duration.ofMillis(100));
    clock.advanceMillis(60);
    assertThat(reservation.delay()).isEqualTo(Duration.ofMillis(40));
    clock.advanceMillis(60);
    assertThat(reservation.delay()).isZero();
  }

  @Test
  void reserveAndAllow_mixed_countTheSameTokens() {
    assertRefused(0, 3);
    reserve(0, 2, 0);
    assertThat(limiter.allowN(t(1), 2)).isFalse();
    reserve(1, 2, 2);
    assertThat(limiter.allowN(t(1), 1)).isFalse();
    assertThat(limiter.allowN(t(3), 1)).isTrue();
  }

  @Test
  void cancel_refused_givesNothingBack() {
    reserve(0, 2, 0);
    assertRefused(0, 3);
    reserve(0, 2, 2);
  }

  @Test
  void cancel_last_givesAllBack() {
    reserve(0, 2, 0);
    reserve(0, 2, 2).cancelAt(t(1));
    reserve(1, 2, 2);
  }

  @Test
  void cancel_onTheClock_givesAllBack() {
    reserve(0, 2, 0);
    Reservation reservation = reserve(0, 2, 2);
    clock.advanceMillis(100);
    reservation.cancel();
    reserve(1, 2, 2);
  }

  @Test
  void cancel_tooLate_givesNothingBack() {
    reserve(0, 2, 0);
    reserve(0, 2, 2).cancelAt(t(3));
    reserve(3, 2, 4);
  }

  @Test
  void cancel_othersCountOnIt_givesNothingBack() {
    reserve(0, 2, 0);
    Reservation reservation = reserve(0, 1, 1);
    reserve(0, 1, 2);
    reservation.cancelAt(t(0));
    reserve(0, 1, 3);
  }

  @Test
  void cancel_othersCountOnAPart_givesTheRestBack() {
    reserve(0, 2, 0);
    Reservation reservation = reserve(0, 2, 2);
    reserve(0, 1, 3);
    reservation.cancelAt(t(2));
    reserve(2, 2, 4);
  }

  @Test
  void cancel_several_givesBackAsIfTheLastHadNeverBeen() {
    Limiter four = new Limiter(10, 4);
    reserve(four, 0, 4, 0);
    final Reservation first = reserve(four, 0, 3, 3);
    reserve(four, 0, 1, 4);
    Reservation third = reserve(four, 0, 1, 5);
    third.cancelAt(t(1));
    first.cancelAt(t(1));
    reserve(four, 1, 3, 5);
  }

  @Test
  void reserve_timeJumpsBack_countsFromThere() {
    reserve(1, 2, 1);
    reserve(0, 1, 1);
    reserve(2, 2, 3);
    assertRefused(0, 3);
    reserve(2, 1, 4);
    reserve(2, 1, 5);
  }

  @Test
  void cancel_timeJumpsBack_givesTheRestBack() {
    reserve(1, 2, 1);
    Reservation reservation = reserve(1, 2, 3);
    reserve(1, 1, 4);
    reservation.cancelAt(t(0));
    reserve(1, 2, 4);
  }

  @Test
  void setLimit_reservedBefore_countsFromThen() {
    Limiter slow = new Limiter(5, 2);
    reserve(slow, 0, 2, 0);
    reserve(slow, 0, 2, 4);
    slow.setLimitAt(t(2), 10);
    reserve(slow, 2, 1, 4);
    assertThat(slow.limit()).isEqualTo(10);
  }

  @Test
  void setBurst_reservedBefore_countsFromThen() {
    Limiter slow = new Limiter(5, 2);
    reserve(slow, 0, 2, 0);
    reserve(slow, 0, 2, 4);
    slow.setBurstAt(t(3), 4);
    reserve(slow, 0, 4, 9);
    assertThat(slow.burst()).isEqualTo(4);
  }

  @Test
  void setLimit_thenCancel_givesBackAtTheOldRate() {
    Limiter slow = new Limiter(5, 2);
    reserve(slow, 0, 2, 0);
    Reservation reservation = reserve(slow, 0, 2, 4);
    slow.setLimitAt(t(2), 10);
    reservation.cancelAt(t(2));
    reserve(slow, 2, 2, 3);
  }
}
