package dev.goguard.runtime;

import static dev.goguard.runtime.ContextException.DEADLINE_EXCEEDED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.goguard.runtime.internal.Guarded;
import dev.goguard.runtime.internal.time.ManualClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Guarded
class ContextAfterFuncTest {
  private static final Context ROOT = Context.background();

  @RegisterExtension
  final ManualClock clock = new ManualClock();

  private final Chan<Integer> calls = Chan.make(10);

  private Context.Stop after(Context context) {
    return Context.afterFunc(context, () -> calls.send(1));
  }

  @Test
  void afterFunc_contextCancelled_runsOnceAndStopReportsIt() {
    CancelContext context = Context.withCancel(ROOT);
    Context.Stop stop = after(Context.withValue(context, Context.Key.of("k"), 1));
    assertThat(calls.len()).isZero();
    context.cancel();
    assertThat(calls.receive()).isEqualTo(1);
    assertThat(stop.stop()).isFalse();
    context.cancel();
    assertThat(calls.len()).isZero();
  }

  @Test
  void afterFunc_timePasses_runs() {
    CancelContext context = Context.withTimeout(ROOT, Duration.ofSeconds(1));
    Chan<ContextException> seen = Chan.make();
    Context.afterFunc(context, () -> seen.send(context.err()));
    clock.advanceMillis(1000);
    assertThat(seen.receive()).isSameAs(DEADLINE_EXCEEDED);
  }

  @Test
  void afterFunc_contextEndedBefore_runsAtOnce() {
    CancelContext context = Context.withCancel(ROOT);
    context.cancel();
    Context.Stop stop = after(context);
    assertThat(calls.receive()).isEqualTo(1);
    assertThat(stop.stop()).isFalse();
  }

  @Test
  void afterFunc_stoppedBefore_neverRuns() {
    CancelContext context = Context.withCancel(ROOT);
    Context.Stop stop = after(context);
    assertThat(stop.stop()).isTrue();
    assertThat(stop.stop()).isFalse();
    assertThat(context.childCount()).isZero();
    after(context);
    context.cancel();
    calls.receive();
    assertThat(calls.len()).isZero();
  }

  @Test
  void afterFunc_functionBlocks_doesNotHoldUpCancellationOrOthers() {
    CancelContext context = Context.withCancel(ROOT);
    Chan<Integer> gate = Chan.make();
    Context.afterFunc(context, () -> calls.send(gate.receive()));
    after(context);
    context.cancel();
    assertThat(calls.receive()).isEqualTo(1);
    gate.send(2);
    assertThat(calls.receive()).isEqualTo(2);
  }

  @Test
  void afterFunc_background_neverRuns() {
    assertThat(after(ROOT).stop()).isTrue();
    assertThat(after(Context.withoutCancel(ended())).stop()).isTrue();
  }

  private static Context ended() {
    CancelContext context = Context.withCancel(ROOT);
    context.cancel();
    return context;
  }

  @Test
  void afterFunc_interruptOfAThread_bridgesToTheJdk() throws Exception {
    CancelContext context = Context.withCancel(ROOT);
    Thread blocked = Thread.ofVirtual().start(() -> {
      try {
        Thread.sleep(Duration.ofHours(1));
      } catch (InterruptedException e) {
        calls.send(3);
      }
    });
    Context.afterFunc(context, blocked::interrupt);
    context.close();
    blocked.join();
    assertThat(calls.receive()).isEqualTo(3);
  }
}
