package dev.goguard.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goguard.runtime.ForkedJvm.Outcome;
import dev.goguard.runtime.internal.Guarded;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How a Go program ends, seen from outside its JVM. */
@Guarded
class GoRunExitTest {

  @Test
  void run_mainReturns_exitsZeroWithoutWaitingForOthers() throws Exception {
    Outcome outcome = execute("return");
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out()).isEqualTo("main\n");
    assertThat(outcome.status()).isZero();
  }

  @Test
  void run_mainPanics_printsGosReportAndExitsTwo() throws Exception {
    Outcome outcome = execute("panic");
    assertThat(outcome.err())
        .startsWith("panic: send on closed channel\n\ngoroutine 1 [running]:\n\tat ")
        .contains("PanickingProgram.");
    assertThat(outcome.status()).isEqualTo(2);
  }

  @Test
  void run_anotherGoroutineThrows_printsItsNumberAndCauseAndExitsTwo() throws Exception {
    Outcome outcome = execute("exception");
    assertThat(outcome.err())
        .matches("(?s)panic: java.io.IOException: disk\n\ngoroutine \\d+ \\[running\\]:\n\tat .*")
        .contains("Caused by: java.lang.IllegalStateException: full");
    assertThat(outcome.status()).isEqualTo(2);
  }

  @Test
  void run_taskOfWaitGroupPanics_exitsBeforeTheGroupIsDone() throws Exception {
    Outcome outcome = execute("waitgroup");
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.status()).isEqualTo(2);
  }

  @Test
  void run_fatalError_printsGosReportAndExitsTwo() throws Exception {
    Outcome outcome = execute("fatal");
    assertThat(outcome.err())
        .startsWith("fatal error: sync: unlock of unlocked mutex\n\ngoroutine 1 [running]:\n");
    assertThat(outcome.status()).isEqualTo(2);
  }

  @Test
  void goexit_mainThenLastOfOthers_runsTheOthersAndIsFatal() throws Exception {
    Outcome outcome = execute("goexit");
    assertThat(outcome.out()).isEqualTo("finally\nother\n");
    assertThat(outcome.err())
        .isEqualTo("fatal error: no goroutines (main called runtime.Goexit) - deadlock!\n");
    assertThat(outcome.status()).isEqualTo(2);
  }

  @Test
  void goexit_mainWithNoOthers_isFatal() throws Exception {
    Outcome outcome = execute("goexit-alone");
    assertThat(outcome.err()).startsWith("fatal error: no goroutines (main called runtime.Goexit)");
    assertThat(outcome.status()).isEqualTo(2);
  }

  @Test
  void panic_afterMainsGoexit_endsTheProgram() throws Exception {
    Outcome outcome = execute("goexit-panic");
    assertThat(outcome.err()).startsWith("panic: bug\n\ngoroutine ");
    assertThat(outcome.status()).isEqualTo(2);
  }

  @Test
  void panic_inFinallyDuringGoexit_isReported() throws Exception {
    Outcome outcome = execute("panic-in-goexit");
    assertThat(outcome.err()).startsWith("panic: late\n\ngoroutine 1 [running]:\n");
    assertThat(outcome.status()).isEqualTo(2);
  }

  @Test
  void panic_report_leavesTheRuntimesOwnFramesOut() throws Exception {
    Outcome outcome = execute("panic");
    assertThat(outcome.err()).doesNotContain("runtime.internal", "GoStatement", "VirtualThread");
  }

  @Test
  void run_withoutOptionalModules_worksAllTheSame() throws Exception {
    Outcome outcome = ForkedJvm.executeBare(
        List.of("--limit-modules", "java.base"), PanickingProgram.class, "bare");
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out()).startsWith("main\ntold: ").contains("jdk.management");
    assertThat(outcome.status()).isZero();
  }

  @Test
  void panic_textYieldsAndPrints_isReportedAfterIt() throws Exception {
    Outcome outcome = execute("text-yields");
    assertThat(outcome.out()).isEqualTo("1\n2\n");
    assertThat(outcome.err()).startsWith("panic: 3\n\ngoroutine 1 [running]:\n");
    assertThat(outcome.status()).isEqualTo(2);
  }

  @Test
  void panic_textPanics_isReportedByItsType() throws Exception {
    Outcome outcome = execute("text-panics");
    assertThat(outcome.err())
        .contains("panic while printing panic value: java.lang.IllegalStateException")
        .contains("goroutine 1 [running]:\n\tat ");
    assertThat(outcome.status()).isEqualTo(2);
  }

  @Test
  void panic_textOfLines_isIndentedAfterTheFirst() throws Exception {
    Outcome outcome = execute("lines");
    assertThat(outcome.err()).startsWith("panic: important multi-line\n\tstring message\n\n");
  }

  @Test
  void panic_manyAtOnce_oneIsReportedInFull() throws Exception {
    Outcome outcome = execute("race");
    assertThat(outcome.err())
        .matches("(?s)panic: crash\n\ngoroutine \\d+ \\[running\\]:\n\tat .*lambda.*\n");
    assertThat(outcome.err().split("goroutine ")).hasSize(2);
    assertThat(outcome.status()).isEqualTo(2);
  }

  @Test
  void goexit_inFinallyWhilePanicking_abortsThePanic() throws Exception {
    Outcome outcome = execute("goexit-in-panic");
    assertThat(outcome.err()).startsWith("fatal error: no goroutines (main called runtime.Goexit)");
    assertThat(outcome.status()).isEqualTo(2);
  }

  @Test
  void stack_timersAndTicksRunning_showsNoHelpers() throws Exception {
    Outcome outcome = execute("helpers");
    assertThat(outcome.out()).startsWith("goroutine 1 [running]:\n").doesNotContain("\n\n");
  }

  private static Outcome execute(String scenario) throws Exception {
    return ForkedJvm.execute(List.of(), PanickingProgram.class, scenario);
  }

  @Test
  void panic_inTheLastActionOfAGoroutine_endsTheProgram() throws Exception {
    Outcome outcome = execute("done-twice");
    assertThat(outcome.err())
        .matches(
            "(?s)panic: sync: negative WaitGroup counter\n\ngoroutine \\d+ .*WaitGroup\\.done.*")
        .doesNotContain("Goroutine.run", "GoStatement");
    assertThat(outcome.status()).isEqualTo(2);
  }

  @Test
  void panic_withSuppressedAndCause_showsBothWithoutTheRuntimesFrames() throws Exception {
    Outcome outcome = execute("suppressed");
    assertThat(outcome.err())
        .containsSubsequence(
            "panic: java.io.IOException: body\n\ngoroutine 1 [running]:\n\tat ",
            "\n\tSuppressed: java.io.IOException: close\n\t\tat ",
            "PanickingProgram.refuseToClose(",
            "\nCaused by: java.lang.IllegalStateException: reason\n\tat ",
            "PanickingProgram.failToClose(")
        .doesNotContain("Goroutine.run", "GoStatement", "VirtualThread");
    assertThat(outcome.status()).isEqualTo(2);
  }
}
