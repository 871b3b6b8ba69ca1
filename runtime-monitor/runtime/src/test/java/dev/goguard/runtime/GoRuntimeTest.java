package dev.goguard.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.goguard.runtime.internal.Guarded;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

@Guarded
class GoRuntimeTest {
  private final Chan<Object> done = Chan.make();

  @Test
  void goexit_inGoroutine_runsFinallyAndReportsNothing() throws Exception {
    AtomicReference<Throwable> reported = new AtomicReference<>();
    Chan<String> order = Chan.make(2);
    GoStatement.start(() -> {
          Thread.currentThread().setUncaughtExceptionHandler((t, e) -> reported.set(e));
          try {
            GoRuntime.goexit();
            order.send("not reached");
          } finally {
            order.send("finally");
          }
        })
        .join();
    assertThat(order.len()).isEqualTo(1);
    assertThat(order.receive()).isEqualTo("finally");
    assertThat(reported).hasNullValue();
  }

  @Test
  void goexit_inTaskOfWaitGroup_theTaskIsDone() {
    WaitGroup wg = new WaitGroup();
    wg.go(GoRuntime::goexit);
    wg.await();
    assertThat(done.len()).isZero();
  }

  @Test
  void goexit_outsideOfGoroutine_isRefused() {
    assertThatThrownBy(GoRuntime::goexit)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("goexit: the current thread is not a goroutine");
  }

  @Test
  void numGoroutine_parkedOnes_countUntilTheyEnd() {
    int before = GoRuntime.numGoroutine();
    WaitGroup wg = new WaitGroup();
    Chan<Object> release = Chan.make();
    for (int i = 0; i < 1000; i++) {
      wg.go(release::receive);
    }
    assertThat(GoRuntime.numGoroutine()).isBetween(1000, before + 1000);
    release.close();
    wg.await();
    assertThat(GoRuntime.numGoroutine()).isLessThanOrEqualTo(before);
  }

  @Test
  void gosched_oneAmongMany_returns() {
    WaitGroup wg = new WaitGroup();
    int[] yields = new int[8];
    for (int i = 0; i < yields.length; i++) {
      int mine = i;
      wg.go(() -> {
        for (int n = 0; n < 100; n++) {
          GoRuntime.gosched();
          yields[mine]++;
        }
      });
    }
    wg.await();
    assertThat(yields).containsOnly(100);
  }

  @Test
  void numCpu_onThisMachine_isWhatTheJvmMayUse() {
    assertThat(GoRuntime.numCpu()).isEqualTo(Runtime.getRuntime().availableProcessors());
  }

  @Test
  void gomaxprocs_belowOne_changesNothing() {
    int procs = GoRuntime.gomaxprocs(0);
    assertThat(procs).isPositive();
    assertThat(GoRuntime.gomaxprocs(-1)).isEqualTo(procs);
    assertThat(GoRuntime.gomaxprocs(0)).isEqualTo(procs);
  }

  @Test
  void gomaxprocs_outOfRange_isRefusedByOneException() {
    assertThatThrownBy(() -> GoRuntime.gomaxprocs(32_768))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("gomaxprocs must be between 1 and 32767, not 32768");
  }

  @Test
  void go_named_namesItsThread() {
    Go.go("worker", () -> done.send(Thread.currentThread().getName()));
    assertThat(done.receive()).isEqualTo("worker");
  }

  @Test
  void labels_ofChild_areItsParentsAtTheSpawn() {
    Go.go(() -> {
      GoRuntime.setLabels(Map.of("request", "7"));
      Go.go(() -> done.send(GoRuntime.labels()));
      GoRuntime.setLabels(Map.of());
    });
    assertThat(done.receive()).isEqualTo(Map.of("request", "7"));
  }

  @Test
  void withLabels_nested_addsAndTakesBack() {
    Go.go(() -> {
      GoRuntime.setLabels(Map.of("a", "1", "b", "1"));
      GoRuntime.withLabels(Map.of("b", "2"), () -> done.send(GoRuntime.labels()));
      done.send(GoRuntime.labels());
    });
    assertThat(done.receive()).isEqualTo(Map.of("a", "1", "b", "2"));
    assertThat(done.receive()).isEqualTo(Map.of("a", "1", "b", "1"));
  }

  @Test
  void setLabels_outsideOfGoroutine_isRefused() {
    assertThatThrownBy(() -> GoRuntime.setLabels(Map.of("a", "1")))
        .isInstanceOf(IllegalStateException.class);
    assertThat(GoRuntime.labels()).isEmpty();
  }

  @Test
  void goroutines_asManyAsProcessors_runAtTheSameTime() {
    int procs = GoRuntime.gomaxprocs(0);
    AtomicInteger running = new AtomicInteger();
    WaitGroup wg = new WaitGroup();
    for (int i = 0; i < procs; i++) {
      wg.go(() -> {
        running.incrementAndGet();
        while (running.get() < procs) {
          Thread.onSpinWait();
        }
      });
    }
    wg.await();
    assertThat(running).hasValue(procs);
  }

  @Test
  void numGoroutine_dumpOfAll_hasAsMany() throws Exception {
    ForkedJvm.Outcome outcome = ForkedJvm.execute(List.of(), PanickingProgram.class, "count");
    assertThat(outcome.out()).isEqualTo("6 6\n");
  }

  @Test
  void schedtrace_askedForByProperty_printsALinePerPeriod() throws Exception {
    ForkedJvm.Outcome outcome =
        ForkedJvm.execute(List.of("-Dgoguard.schedtrace=5"), TracedProgram.class);
    assertThat(outcome.out()).matches("(SCHED \\d+ms: gomaxprocs=\\d+.*\n){2}");
    assertThat(outcome.status()).isZero();
  }

  @Test
  void labels_withNulls_areRefusedAndLeaveTheOthers() {
    Map<String, String> noValue = Collections.singletonMap("k", null);
    Map<String, String> noKey = Collections.singletonMap(null, "v");
    Go.go(() -> {
      GoRuntime.setLabels(Map.of("a", "1"));
      done.send(catchThrowable(() -> GoRuntime.setLabels(noValue)).getMessage());
      done.send(catchThrowable(() -> GoRuntime.setLabels(null)).getMessage());
      done.send(catchThrowable(() -> GoRuntime.withLabels(noKey, () -> {})).getMessage());
      done.send(GoRuntime.labels());
    });
    assertThat(done.receive()).isEqualTo("the value of the label \"k\" is null");
    assertThat(done.receive()).isEqualTo("labels");
    assertThat(done.receive()).isEqualTo("the key of a label is null");
    assertThat(done.receive()).isEqualTo(Map.of("a", "1"));
  }
}
