package dev.goguard.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goguard.runtime.internal.Guarded;
import java.util.List;
import org.junit.jupiter.api.Test;

@Guarded
class LockOSThreadTest {
  private final Chan<Object> done = Chan.make();

  @Test
  void goLocked_body_runsOnADaemonThreadOfItsOwn() {
    Go.goLocked(() -> done.send(Thread.currentThread()));
    assertThat(done.receive()).isInstanceOfSatisfying(Thread.class, thread -> {
      assertThat(thread.isVirtual()).isFalse();
      assertThat(thread.isDaemon()).isTrue();
    });
  }

  @Test
  void lock_inGoLocked_nestsAndChangesNothing() {
    Go.goLocked(() -> {
      Thread before = Thread.currentThread();
      GoRuntime.unlockOSThread();
      GoRuntime.lockOSThread();
      GoRuntime.lockOSThread();
      GoRuntime.unlockOSThread();
      GoRuntime.gosched();
      done.send(Thread.currentThread() == before);
      done.send(GoRuntime.stack(false));
    });
    assertThat(done.receive()).isEqualTo(true);
    assertThat((String) done.receive()).contains("[running, locked to thread");
  }

  @Test
  void goLocked_exits_itsThreadEnds() throws Exception {
    Go.goLocked(() -> {
      done.send(Thread.currentThread());
      GoRuntime.goexit();
    });
    ((Thread) done.receive()).join();
    assertThat(GoRuntime.stack(true)).doesNotContain("goLocked_exits");
  }

  @Test
  void goLocked_null_isFatal() {
    assertThatThrownBy(() -> Go.goLocked(null)).isInstanceOf(GoFatalError.class);
  }

  @Test
  void lock_inOrdinaryGoroutine_isRefusedAndSaysWhatToDo() {
    Go.go(() -> {
      try {
        GoRuntime.lockOSThread();
      } catch (UnsupportedOperationException e) {
        done.send(e.getMessage());
      }
    });
    assertThat((String) done.receive())
        .contains("Go.goLocked", "--add-exports java.base/jdk.internal.vm=ALL-UNNAMED");
  }

  @Test
  void lock_whereTheJdkAllowsIt_keepsTheCarrierUntilUnlockedAsOften() throws Exception {
    ForkedJvm.Outcome outcome = ForkedJvm.execute(
        List.of("--add-exports", "java.base/jdk.internal.vm=ALL-UNNAMED"), OsThreadProgram.class);
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out()).isEqualTo("same carrier: true\nlocked: true\nlocked: false\n");
    assertThat(outcome.status()).isZero();
  }

  @Test
  void yield_lockedInALoop_letsOthersGoOn() {
    Chan<Boolean> stop = Chan.make();
    Go.goLocked(() -> {
      GoRuntime.lockOSThread();
      while (stop.tryReceive() == null) {
        GoRuntime.gosched();
      }
      done.send("stopped");
    });
    stop.send(true);
    assertThat(done.receive()).isEqualTo("stopped");
  }

  @Test
  void lock_neverUnlocked_endsAllTheSame() {
    WaitGroup wg = new WaitGroup();
    wg.add(1);
    Go.goLocked(() -> {
      GoRuntime.lockOSThread();
      GoRuntime.gosched();
      wg.done();
    });
    wg.await();
    assertThat(done.len()).isZero();
  }

  @Test
  void send_locked_blocksAndGoesOn() {
    Go.goLocked(() -> {
      GoRuntime.lockOSThread();
      for (int i = 0; i < 10; i++) {
        done.send(i);
      }
      GoRuntime.unlockOSThread();
    });
    for (int i = 0; i < 10; i++) {
      assertThat(done.receive()).isEqualTo(i);
    }
  }
}
