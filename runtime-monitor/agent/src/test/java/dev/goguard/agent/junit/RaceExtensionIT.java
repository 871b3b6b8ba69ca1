package dev.goguard.agent.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goguard.agent.AgentProcess;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sample.junit.RunCases;

/** Test classes that know nothing of GoGuard, under the agent. */
class RaceExtensionIT {
  /** The JUnit of the project under test. */
  enum JUnit {
    NEWEST,
    /** The last of the fives. */
    FIVE;

    String classPath() {
      String own = System.getProperty("java.class.path");
      return this == NEWEST ? own : "target/junit-5/*" + File.pathSeparator + "target/test-classes";
    }
  }

  @TempDir
  Path folder;

  @ParameterizedTest
  @EnumSource
  void tests_withRaces_failAndTellThem(JUnit junit) throws Exception {
    AgentProcess run = run(junit, "race", "sample.junit.MixedCases");

    assertThat(run.out().lines())
        .anyMatch(line -> line.startsWith("raceOfTheTestItself() FAILED race detected during")
            && line.contains("WARNING: DATA RACE")
            && line.contains("of Raced.plain by"))
        .anyMatch(line -> line.startsWith("raceOfItsThreads() FAILED race detected during"))
        .contains("noRace() SUCCESSFUL", "JUnit Jupiter SUCCESSFUL");
    assertThat(run.exit()).as("the tests have told the races").isZero();
  }

  @ParameterizedTest
  @EnumSource
  void tests_atTheSameTime_failForTheirOwnRacesOnly(JUnit junit) throws Exception {
    AgentProcess run = run(junit, "race", "sample.junit.ParallelCases");

    assertThat(run.out().lines())
        .anyMatch(line -> line.startsWith("withRace() FAILED race detected"))
        .contains("withoutRace() SUCCESSFUL");
  }

  @ParameterizedTest
  @EnumSource
  void race_outsideOfTests_failsTheRun(JUnit junit) throws Exception {
    AgentProcess run = run(junit, "race", "sample.junit.FineCases", "raceFirst");

    assertThat(run.out().lines())
        .contains("noRace() SUCCESSFUL")
        .anyMatch(line ->
            line.startsWith("JUnit Jupiter FAILED race detected outside of test execution"));
  }

  @ParameterizedTest
  @EnumSource
  void race_thatIsSuppressed_failsNothing(JUnit junit) throws Exception {
    Path file = Files.writeString(folder.resolve("known"), "race:Raced.plain # a sample");
    AgentProcess run = run(junit, "race,suppressions=" + file, "sample.junit.MixedCases");

    assertThat(run.out()).doesNotContain("FAILED");
    assertThat(run.exit()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void projectWithoutRaces_passes(JUnit junit) throws Exception {
    AgentProcess run = run(junit, "race", "sample.junit.FineCases");

    assertThat(run.out().lines()).contains("noRace() SUCCESSFUL", "JUnit Jupiter SUCCESSFUL");
    assertThat(run.err()).doesNotContain("DATA RACE", "goguard");
    assertThat(run.exit()).isZero();
  }

  private static AgentProcess run(JUnit junit, String options, String... arguments)
      throws IOException, InterruptedException {
    return AgentProcess.runOn(junit.classPath(), options, RunCases.class, arguments);
  }
}
