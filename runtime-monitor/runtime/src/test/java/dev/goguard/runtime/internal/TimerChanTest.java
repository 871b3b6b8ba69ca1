package dev.goguard.runtime.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goguard.runtime.internal.time.ManualClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What can be told of a timer's channel without its lock. */
class TimerChanTest {
  private final ManualClock clock = new ManualClock();
  private final TimerChan channel = new TimerChan(clock);

  @Test
  void looksEmpty_untilATickIsDue() {
    assertThat(channel.looksEmpty()).isTrue();
    channel.start(10, 0);
    clock.skip(Duration.ofNanos(9));
    assertThat(channel.looksEmpty()).isTrue();
    clock.skip(Duration.ofNanos(1));
    assertThat(channel.looksEmpty()).isFalse();
    assertThat(channel.tryReceive()).isEqualTo(ManualClock.START.plusNanos(10));
    assertThat(channel.looksEmpty()).isTrue();
  }

  @Test
  void looksEmpty_stoppedOrFarAway_isTrue() {
    channel.start(0, 1);
    assertThat(channel.looksEmpty()).isFalse();
    channel.stop();
    assertThat(channel.looksEmpty()).isTrue();
    channel.start(Long.MAX_VALUE, 0);
    clock.skip(Duration.ofDays(1));
    assertThat(channel.looksEmpty()).isTrue();
    assertThat(channel.stop()).isTrue();
  }
}
