package dev.goguard.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goguard.runtime.internal.Guarded;
import dev.goguard.runtime.internal.time.ManualClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Guarded
class AfterFuncTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  @RegisterExtension
  final ManualClock clock = new ManualClock();

  private final Chan<Integer> calls = Chan.make(10);

  private Timer start() {
    return Timer.afterFunc(SECOND, () -> calls.send(1));
  }

  @Test
  void afterFunc_timePasses_runsInAGoroutine() {
    Chan<Thread> ran = Chan.make();
    Timer timer = Timer.afterFunc(SECOND, () -> ran.send(Thread.currentThread()));
    assertThat(timer.channel()).isSameAs(Chan.nil());
    clock.advance(SECOND);
    assertThat(ran.receive().isVirtual()).isTrue();
    assertThat(timer.stop()).isFalse();
  }

  @Test
  void afterFunc_functionResetsItsTimer_runsAgain() {
    Chan<Timer> self = Chan.make(1);
    Timer timer = Timer.afterFunc(SECOND, () -> {
      self.receive().reset(SECOND);
      calls.send(1);
    });
    for (int i = 0; i < 3; i++) {
      self.send(timer);
      clock.advance(SECOND);
      assertThat(calls.receive()).isEqualTo(1);
    }
  }

  @Test
  void stop_beforeExpiry_preventsTheCall() {
    Timer timer = start();
    assertThat(timer.stop()).isTrue();
    assertThat(timer.stop()).isFalse();
    assertThat(clock.pending()).isZero();
  }

  @Test
  void reset_running_callsOnceAtTheNewTime() {
    Timer timer = start();
    clock.advanceMillis(500);
    assertThat(timer.reset(SECOND)).isTrue();
    clock.advanceMillis(999);
    assertThat(clock.pending()).isEqualTo(1);
    clock.advanceMillis(1);
    calls.receive();
    assertThat(clock.pending()).isZero();
  }

  @Test
  void reset_over_callsAgain() {
    Timer timer = start();
    clock.advance(SECOND);
    calls.receive();
    assertThat(timer.reset(SECOND)).isFalse();
    clock.advance(SECOND);
    calls.receive();
    assertThat(calls.len()).isZero();
  }

  @Test
  void reset_stopped_callsAgain() {
    Timer timer = start();
    timer.stop();
    assertThat(timer.reset(SECOND)).isFalse();
    clock.advance(SECOND);
    assertThat(calls.receive()).isEqualTo(1);
  }
}
