package dev.goguard.runtime.internal.sched;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goguard.runtime.ForkedJvm;
import dev.goguard.runtime.ForkedJvm.Outcome;
import dev.goguard.runtime.internal.Guarded;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Scanner;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

@Guarded
class SchedTraceTest {
  private static final String FORM =
      "SCHED \\d+ms: gomaxprocs=\\d+ idleprocs=\\d+ threads=\\d+( spinningthreads=\\d+"
          + " needspinning=0)? idlethreads=\\d+ runqueue=\\d+( \\[ (\\d+ )+\\])?";
  private static final String SIZE_ALONE = "SCHED \\d+ms: gomaxprocs=\\d+";

  @Test
  void line_ofAState_isGos() {
    SchedState state = new SchedState(2, 1, 5, 0, 3, 7, new int[] {4, 0});
    assertThat(SchedTrace.line(1004, state))
        .isEqualTo(
            "SCHED 1004ms: gomaxprocs=2 idleprocs=1 threads=5 spinningthreads=0 needspinning=0"
                + " idlethreads=3 runqueue=7 [ 4 0 ]");
  }

  @Test
  void line_unknownNumbers_areLeftOut() {
    SchedState state = new SchedState(2, -1, -1, -1, -1, -1, new int[0]);
    assertThat(SchedTrace.line(1004, state)).isEqualTo("SCHED 1004ms: gomaxprocs=2");
    SchedState ofTheJdk = new SchedState(2, 1, 5, -1, 3, 7, new int[0]);
    assertThat(SchedTrace.line(1004, ofTheJdk))
        .isEqualTo("SCHED 1004ms: gomaxprocs=2 idleprocs=1 threads=5 idlethreads=3 runqueue=7");
  }

  @Test
  void property_noPeriod_isRefused() throws Exception {
    for (String value : List.of("abc", "-5", "")) {
      Outcome outcome = ForkedJvm.execute(
          List.of("-Dgoguard.schedtrace=" + value), SchedulerChoiceTest.Program.class);
      assertThat(outcome.status()).as(value).isNotZero();
      assertThat(outcome.err())
          .contains("-Dgoguard.schedtrace=" + value + ": not a whole number of milliseconds");
    }
  }

  /** Six goroutines that do not stop get carriers; the line goes on to show two queues. */
  @Test
  void state_moreProcessorsThanPlaces_hasAQueuePerPlace() {
    GmpScheduler scheduler = new GmpScheduler(2);
    AtomicBoolean stop = new AtomicBoolean();
    for (int i = 0; i < 6; i++) {
      scheduler
          .newThread(() -> {
            while (!stop.get()) {
              Thread.onSpinWait();
            }
          })
          .start();
    }
    while (scheduler.state().threads() <= 2) {
      Thread.yield();
    }
    int[] queues = scheduler.state().localQueues();
    stop.set(true);
    assertThat(queues).hasSize(2);
  }

  @Test
  void every_period_printsLinesUntilStopped() throws Exception {
    try (PipedInputStream in = new PipedInputStream();
        PrintStream out = new PrintStream(new PipedOutputStream(in), true, StandardCharsets.UTF_8);
        Scanner lines = new Scanner(in, StandardCharsets.UTF_8)) {
      SchedTrace.every(1_000_000, out);
      assertThat(lines.nextLine()).matches(FORM + "|" + SIZE_ALONE);
      assertThat(lines.nextLine()).matches(FORM + "|" + SIZE_ALONE);
    } finally {
      SchedTrace.every(0, null);
    }
  }

  @Test
  void setGomaxprocs_ofTheJdk_takesEffectOrSaysWhyNot() {
    JdkScheduler scheduler = new JdkScheduler();
    int before = scheduler.gomaxprocs();
    try {
      scheduler.setGomaxprocs(before + 1);
      assertThat(scheduler.gomaxprocs()).isEqualTo(before + 1);
      assertThat(scheduler.state().gomaxprocs()).isEqualTo(before + 1);
      scheduler.setGomaxprocs(before);
    } catch (UnsupportedOperationException e) {
      assertThat(e).hasMessageContaining("jdk.virtualThreadScheduler.parallelism");
      assertThat(Runtime.version().feature()).isLessThan(24);
    }
  }

  @Test
  void due_periodsMissed_areSkipped() {
    assertThat(SchedTrace.due(0, 10)).isEqualTo(10);
    assertThat(SchedTrace.due(9, 10)).isEqualTo(10);
    assertThat(SchedTrace.due(3_600_000_000_003L, 10)).isEqualTo(3_600_000_000_010L);
  }
}
