package dev.goguard.runtime.internal.sched;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goguard.runtime.ForkedJvm;
import dev.goguard.runtime.ForkedJvm.Outcome;
import dev.goguard.runtime.Go;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The scheduler as chosen on the command line. */
class SchedulerChoiceTest {
  private static final String OPENED = "--add-opens=java.base/java.lang=ALL-UNNAMED";

  /** Prints on what kind of thread its goroutine runs. */
  static final class Program {
    private Program() {}

    public static void main(String[] args) {
      Go.run(() -> System.out.println(Thread.currentThread().toString().replaceAll(".*@", "")));
    }
  }

  private static Outcome run(String... options) throws Exception {
    return ForkedJvm.executeBare(List.of(options), Program.class);
  }

  @Test
  void nothingGiven_theJdksSchedulerRuns() throws Exception {
    assertThat(run().out()).startsWith("ForkJoinPool-1-worker-");
  }

  @Test
  void gmp_javaLangOpened_ownCarriersRun() throws Exception {
    assertThat(run("-Dgoguard.scheduler=gmp", OPENED).out()).startsWith("goguard-carrier-");
  }

  @Test
  void gmp_hundredsOfProcessors_runs() throws Exception {
    Outcome outcome = run("-Dgoguard.scheduler=gmp", "-XX:ActiveProcessorCount=300", OPENED);
    assertThat(outcome.out()).startsWith("goguard-carrier-");
  }

  @Test
  void gmp_javaLangNotOpened_failsSayingWhatToDo() throws Exception {
    Outcome outcome = run("-Dgoguard.scheduler=gmp");
    assertThat(outcome.status()).isNotZero();
    assertThat(outcome.err())
        .contains("--add-opens java.base/java.lang=ALL-UNNAMED", "Add-Opens: java.base/java.lang")
        .doesNotContain("ExceptionInInitializerError");
  }

  @Test
  void seeded_withoutASeed_printsTheOneTaken() throws Exception {
    Outcome outcome = run("-Dgoguard.scheduler=seeded", OPENED);
    assertThat(outcome.out()).startsWith("goguard-seeded-carrier");
    assertThat(outcome.err()).contains("-Dgoguard.seed=");
  }

  @Test
  void seeded_seedIsNoNumber_isRefused() throws Exception {
    Outcome outcome = run("-Dgoguard.scheduler=seeded", "-Dgoguard.seed=x", OPENED);
    assertThat(outcome.status()).isNotZero();
    assertThat(outcome.err()).contains("-Dgoguard.seed=x: not a whole number");
  }

  @Test
  void unknownName_isRefused() throws Exception {
    Outcome outcome = run("-Dgoguard.scheduler=fast");
    assertThat(outcome.status()).isNotZero();
    assertThat(outcome.err()).contains("-Dgoguard.scheduler=fast: unknown scheduler; use jdk, gmp");
  }
}
