package dev.goguard.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goguard.runtime.internal.Guarded;
import dev.goguard.runtime.internal.WaitReason;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

@Guarded
class GoTest {

  @Test
  void go_body_runsOnAVirtualThread() {
    Chan<Boolean> virtual = Chan.make();
    Go.go(() -> virtual.send(Thread.currentThread().isVirtual()));
    assertThat(virtual.receive()).isTrue();
  }

  @Test
  void go_bodyThrowsOutsideRun_uncaughtHandlerGetsItUnchanged() throws Exception {
    IOException error = new IOException("disk");
    AtomicReference<Throwable> seen = new AtomicReference<>();
    AtomicReference<String> name = new AtomicReference<>();
    GoStatement.start(() -> {
          Thread.currentThread().setUncaughtExceptionHandler((thread, thrown) -> {
            name.set(thread.getName());
            seen.set(thrown);
          });
          throw error;
        })
        .join();
    assertThat(seen).hasValue(error);
    assertThat(name.get()).matches("goroutine \\d+");
  }

  @Test
  void go_null_isFatal() {
    assertThatThrownBy(() -> Go.go(null))
        .isInstanceOf(GoFatalError.class)
        .hasMessage("go of nil func value");
  }

  @Test
  void run_mainReturns_returnsWithItsWritesVisible() {
    int[] written = new int[1];
    Go.run(() -> written[0] = 7);
    assertThat(written[0]).isEqualTo(7);
  }

  @Test
  void run_mainReturnsBeforeOthers_returnsAllTheSame() {
    Chan<Integer> never = Chan.make();
    Go.run(() -> Go.go(never::receive));
    assertThat(never.len()).isZero();
  }

  @Test
  void run_callerInterrupted_throwsAndKeepsFlag() throws Exception {
    Chan<Integer> never = Chan.make(1);
    Chan<Boolean> flags = Chan.make();
    Chan<Boolean> started = Chan.make();
    Thread caller = Thread.startVirtualThread(() -> {
      try {
        Go.run(() -> {
          started.send(true);
          never.receive();
        });
      } catch (GoInterruptedException e) {
        never.send(1);
        flags.send(Thread.interrupted());
      }
    });
    started.receive();
    caller.interrupt();
    assertThat(flags.receive()).isTrue();
    caller.join();
  }

  @Test
  void panic_value_isKept() {
    Object value = new Object();
    assertThatThrownBy(() -> Go.panic(value))
        .isInstanceOfSatisfying(GoPanic.class, p -> assertThat(p.value()).isSameAs(value));
  }

  @Test
  void panic_throwable_becomesTheCause() {
    IOException error = new IOException("disk");
    assertThatThrownBy(() -> Go.panic(error)).hasCause(error);
  }

  @Test
  void toString_wait_isTheReasonInGosWords() {
    assertThat(WaitReason.CHAN_RECEIVE_NIL).hasToString("chan receive (nil chan)");
    assertThat(WaitReason.MUTEX).hasToString("sync.Mutex.Lock");
  }

  @Test
  void go_contextOfTheParentThread_isInheritedByEveryKind() {
    InheritableThreadLocal<String> local = new InheritableThreadLocal<>();
    local.set("the parent's");
    Chan<String> seen = Chan.make(2);
    Go.go(() -> seen.send(local.get()));
    Go.goLocked(() -> seen.send(local.get()));
    assertThat(seen.receive()).isEqualTo("the parent's");
    assertThat(seen.receive()).isEqualTo("the parent's");
  }
}
