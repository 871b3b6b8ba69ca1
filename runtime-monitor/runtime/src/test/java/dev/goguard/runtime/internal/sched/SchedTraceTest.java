package dev.goguard.runtime.internal.sched;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goguard.runtime.internal.Guarded;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Scanner;
import org.junit.jupiter.api.Test;

@Guarded
class SchedTraceTest {
  private static final String FORM =
      "SCHED \\d+ms: gomaxprocs=\\d+ idleprocs=\\d+ threads=\\d+ spinningthreads=\\d+"
          + " needspinning=0 idlethreads=\\d+ runqueue=\\d+ \\[ (\\d+ )*\\]";

  @Test
  void line_ofAState_isGos() {
    SchedState state = new SchedState(2, 1, 5, 0, 3, 7, new int[] {4, 0});
    assertThat(SchedTrace.line(1004, state))
        .isEqualTo(
            "SCHED 1004ms: gomaxprocs=2 idleprocs=1 threads=5 spinningthreads=0 needspinning=0"
                + " idlethreads=3 runqueue=7 [ 4 0 ]");
  }

  @Test
  void every_period_printsLinesUntilStopped() throws Exception {
    try (PipedInputStream in = new PipedInputStream();
        PrintStream out = new PrintStream(new PipedOutputStream(in), true, StandardCharsets.UTF_8);
        Scanner lines = new Scanner(in, StandardCharsets.UTF_8)) {
      SchedTrace.every(1_000_000, out);
      assertThat(lines.nextLine()).matches(FORM);
      assertThat(lines.nextLine()).matches(FORM);
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
