package dev.goguard.runtime.internal.goroutine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goguard.runtime.internal.Guarded;
import dev.goguard.runtime.internal.Wait;
import dev.goguard.runtime.internal.WaitReason;
import java.lang.ref.ReferenceQueue;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@Guarded
class WaitAgesTest {
  private final GoroutineRef ref = new GoroutineRef(null, 7, new ReferenceQueue<>());

  @Test
  void minutes_sameWaitSeenLater_isTheTimeSinceTheStamp() {
    Wait wait = new Wait(WaitReason.SELECT);
    WaitAges.stamp(ref, wait, 100);
    WaitAges.stamp(ref, wait, 160);
    assertThat(WaitAges.minutes(ref, wait, 100 + 179)).isEqualTo(2);
  }

  @Test
  void minutes_anotherWaitThanStamped_isZero() {
    WaitAges.stamp(ref, new Wait(WaitReason.SELECT), 1);
    assertThat(WaitAges.minutes(ref, new Wait(WaitReason.SELECT), 1000)).isZero();
  }

  @Test
  void minutes_ranInBetween_countsFromTheLaterWait() {
    Wait later = new Wait(WaitReason.SELECT);
    WaitAges.stamp(ref, new Wait(WaitReason.SELECT), 1);
    WaitAges.stamp(ref, null, 60);
    WaitAges.stamp(ref, later, 120);
    assertThat(WaitAges.minutes(ref, later, 180)).isEqualTo(1);
  }

  @Test
  void header_everything_isInGosOrder() {
    GoroutineState state = new GoroutineState(
        7, "feed", "chan receive", 2, true, Map.of("request", "a\"b"), List.of(), null);
    assertThat(GoroutineDump.header(state))
        .isEqualTo("goroutine 7 [chan receive, 2 minutes, locked to thread"
            + " labels:{\"name\": \"feed\", \"request\": \"a\\\"b\"}]:");
  }
}
