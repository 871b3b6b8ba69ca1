package dev.goguard.runtime;

import static dev.goguard.runtime.internal.WaitReason.SELECT;
import static dev.goguard.runtime.internal.WaitReason.WAIT_GROUP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.goguard.runtime.internal.Guarded;
import dev.goguard.runtime.internal.time.ManualClock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whatever waits for a time waits by the goroutine's clock. */
@Guarded
class ClockTest {
  private static final Duration HOUR = Duration.ofHours(1);

  @RegisterExtension
  final ManualClock clock = new ManualClock();

  @Test
  void select_after_endsByTheClock() throws Exception {
    Chan<Integer> chosen = Chan.make(1);
    Thread waiting = Parked.go(
        SELECT,
        () -> Select.of(
                Chan.<Integer>make().onReceive(chosen::send),
                Select.after(HOUR, () -> chosen.send(1)))
            .run());
    clock.advance(HOUR.minusNanos(1));
    Parked.await(waiting, SELECT);
    clock.advance(Duration.ofNanos(1));
    waiting.join();
    assertThat(chosen.receive()).isEqualTo(1);
  }

  @Test
  void awaitFor_timeRunsOut_endsByTheClock() throws Exception {
    WaitGroup group = new WaitGroup();
    group.add(1);
    AtomicReference<Boolean> zero = new AtomicReference<>();
    Thread waiting = Parked.go(WAIT_GROUP, () -> zero.set(group.awaitFor(HOUR)));
    clock.advance(HOUR);
    waiting.join();
    assertThat(zero).hasValue(false);
  }

  @Test
  void awaitFor_doneInTime_leavesNoAlarm() throws Exception {
    WaitGroup group = new WaitGroup();
    group.add(1);
    Thread waiting = Parked.go(WAIT_GROUP, () -> group.awaitFor(HOUR));
    group.done();
    waiting.join();
    assertThat(clock.pending()).isZero();
  }
}
