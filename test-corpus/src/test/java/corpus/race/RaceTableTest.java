package corpus.race;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class RaceTableTest {
  private static final String SOURCE = """
      final class Sample {
        static void raceX() {
          // RACE: x
          x = 1;
          // RACE: x
          x = 2;
        }

        static void noRaceY() {
          y = 1;
        }

        static void raceLoop() {
          // RACE: z
          z = 1;
        }
      }
      """;

  @Test
  void isRight_everyRaceReportedInItsProgram_isTrue() {
    assertThat(table(run("raceX", report(4, 6)), run("noRaceY"), run("raceLoop", report(15, 15))))
        .returns(true, RaceTable::isRight)
        .satisfies(t -> assertThat(print(t)).contains("Sample 3 2 2 0 0 0", "all 3 2 2 0 0 0"));
  }

  @Test
  void isRight_stackThatDoesNotReachTheBottom_isFalse() {
    String cut = report(4, 6).replaceFirst(".*Thread.run.*\n", "");

    assertThat(table(run("raceX", cut)).isRight()).isFalse();
  }

  @Test
  void isRight_raceReportedTwice_isTrue() {
    assertThat(table(run("raceX", report(4, 6) + report(6, 4))).isRight()).isTrue();
  }

  @Test
  void isRight_nothingReported_isMissed() {
    RaceTable table = table(run("raceX"));

    assertThat(table.isRight()).isFalse();
    assertThat(print(table)).contains("Sample.raceX: missed: x", "all 1 1 0 1 0 0");
  }

  @Test
  void isRight_oneLineOfTwo_isMissedAndFalse() {
    RaceTable table = table(run("raceX", report(4, 4)));

    assertThat(table.isRight()).isFalse();
    assertThat(print(table)).contains("all 1 1 0 1 1 0");
  }

  @Test
  void isRight_silentProgramReported_isFalse() {
    RaceTable table = table(run("noRaceY", report(10, 10)));

    assertThat(table.isRight()).isFalse();
    assertThat(print(table))
        .contains(
            "Sample.noRaceY: false report at [corpus/race/go/Sample.java:10, ",
            "Write of Sample.x by goroutine 8:",
            "all 1 0 0 0 1 0");
  }

  @Test
  void isRight_reportOfAnotherProgramsRace_isFalse() {
    assertThat(table(run("raceX", report(4, 6)), run("noRaceY", report(4, 6))).isRight())
        .isFalse();
  }

  @Test
  void isRight_reportBetweenPrograms_isFalse() {
    RaceTable table = table(run("noRaceY"), report(1, 2));

    assertThat(table.isRight()).isFalse();
    assertThat(print(table)).contains("outside of every program", "all 1 0 0 0 1 0");
  }

  @Test
  void isRight_programFailed_isFalse() {
    RaceTable table = table(run("noRaceY", RunLog.FAIL + "Sample.noRaceY: hangs\n"));

    assertThat(table.isRight()).isFalse();
    assertThat(print(table)).contains("failed: Sample.noRaceY: hangs", "all 1 0 0 0 0 1");
  }

  @Test
  void isRight_jvmEndedInProgram_isFalse() {
    assertThat(table(RunLog.RUN + "corpus.race.go.Sample.noRaceY\n").isRight()).isFalse();
  }

  @Test
  void isRight_nothingRan_isFalse() {
    assertThat(table("").isRight()).isFalse();
  }

  private static RaceTable table(String... log) {
    return RaceTable.of(
        RunLog.of(String.join("", log).lines().toList()), name -> Expectations.of(SOURCE));
  }

  private static String run(String method, String... reports) {
    String name = "corpus.race.go.Sample." + method + "\n";
    return RunLog.RUN + name + String.join("", reports) + RunLog.END + name;
  }

  /** As design.md has it, with frames above and below those of the program. */
  private static String report(int first, int second) {
    return """
        ==================
        WARNING: DATA RACE
        Write of Sample.x by goroutine 8:
            java.util.HashMap.put(HashMap.java:610)
            corpus.race.go.Sample.lambda$raceX$0(Sample.java:%d)
            corpus.race.go.Sample.raceX(Sample.java:99)
            java.base/java.lang.Thread.run(Thread.java:1474)
          Holding sample.Lock@1f, acquired at sample.Lock.lock(Lock.java:3)
        Previous read of Sample.x by goroutine 7:
            app//corpus.race.go.Sample$Inner.<init>(Sample.java:%d)
            corpus.race.RaceCorpus.main(RaceCorpus.java:31)
        Goroutine 8 (running) created at:
            corpus.race.go.Sample.raceX(Sample.java:98)
        ==================
        """.formatted(first, second);
  }

  private static String print(RaceTable table) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    table.printDetails(out);
    table.print(out);
    return bytes.toString(StandardCharsets.UTF_8).replaceAll(" +", " ");
  }
}
