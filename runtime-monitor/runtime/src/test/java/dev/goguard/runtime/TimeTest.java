package dev.goguard.runtime;

import static dev.goguard.runtime.internal.WaitReason.SLEEP;
import static dev.goguard.runtime.internal.time.ManualClock.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goguard.runtime.internal.Guarded;
import dev.goguard.runtime.internal.WaitReason;
import dev.goguard.runtime.internal.time.ManualClock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Guarded
class TimeTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  @RegisterExtension
  final ManualClock clock = new ManualClock();

  @Test
  void now_always_isTheClocks() {
    assertThat(Time.now()).isEqualTo(START);
    clock.advance(SECOND);
    assertThat(Time.now()).isEqualTo(START.plus(SECOND));
  }

  @Test
  void sleep_timePasses_goesOn() throws Exception {
    Thread sleeping = Parked.go(SLEEP, () -> Time.sleep(SECOND));
    clock.advanceMillis(999);
    Parked.await(sleeping, SLEEP);
    clock.advanceMillis(1);
    sleeping.join();
    assertThat(WaitReason.SLEEP).hasToString("sleep");
  }

  @Test
  void sleep_longest_doesNotOverflow() throws Exception {
    Thread sleeping = Parked.go(SLEEP, () -> {
      try {
        Time.sleep(Duration.ofSeconds(Long.MAX_VALUE));
      } catch (GoInterruptedException e) {
        Thread.interrupted();
      }
    });
    clock.advance(Duration.ofDays(365 * 100));
    Parked.await(sleeping, SLEEP);
    sleeping.interrupt();
    sleeping.join();
  }

  @Test
  void sleep_zeroOrNegative_returnsAtOnce() {
    Time.sleep(Duration.ZERO);
    Time.sleep(Duration.ofSeconds(Long.MIN_VALUE));
    assertThat(clock.pending()).isZero();
  }

  @Test
  void sleep_interrupted_throwsKeepsTheFlagAndLeavesNoAlarm() throws Exception {
    AtomicReference<Boolean> flag = new AtomicReference<>();
    Thread sleeping = Parked.go(SLEEP, () -> {
      assertThatThrownBy(() -> Time.sleep(SECOND)).isInstanceOf(GoInterruptedException.class);
      flag.set(Thread.currentThread().isInterrupted());
    });
    sleeping.interrupt();
    sleeping.join();
    assertThat(flag).hasValue(true);
    assertThat(clock.pending()).isZero();
  }
}
