package dev.goguard.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sample.Edges;
import sample.Races;

/** Each option and each exit code, on a program with one race. */
class OptionsIT {
  @TempDir
  Path folder;

  @Test
  void race_withoutOptions_isToldAndEndsWith66() throws Exception {
    AgentProcess process = AgentProcess.run("race", Races.class);

    assertThat(process.races()).isEqualTo(1);
    assertThat(process.err())
        .contains("of Races.counter by thread \"first\"")
        .contains("of Races.counter by thread \"second\"")
        .contains("created at:\n    sample.Races.main(Races.java:")
        .endsWith("goguard: found 1 data race\n");
    assertThat(process.out()).isEqualTo("done\n");
    assertThat(process.exit()).isEqualTo(66);
  }

  @Test
  void programThatFails_keepsItsCode() throws Exception {
    assertThat(AgentProcess.run("race", Races.class, "3").exit()).isEqualTo(3);
    assertThat(AgentProcess.run("race", Races.class, "0").exit()).isEqualTo(66);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 7})
  void exitcode_isTheCodeOfARunWithRaces(int code) throws Exception {
    assertThat(AgentProcess.run("race,exitcode=" + code, Races.class).exit()).isEqualTo(code);
  }

  @Test
  void haltOnError_endsTheProgramAtTheFirstRaceWithItsReports() throws Exception {
    Path sarif = folder.resolve("r.sarif");
    AgentProcess process = AgentProcess.run("race,halt_on_error=1,sarif=" + sarif, Races.class);

    assertThat(process.exit()).isEqualTo(66);
    assertThat(process.out()).isEmpty();
    assertThat(process.races()).isEqualTo(1);
    assertThat(sarif).content().contains("Races.counter");
  }

  @Test
  void logPath_takesTheRacesInsteadOfStderr() throws Exception {
    Path log = folder.resolve("made/log");
    AgentProcess process = AgentProcess.run("race,log_path=" + log, Races.class);

    assertThat(process.err()).isEmpty();
    try (Stream<Path> files = Files.list(log.getParent())) {
      assertThat(files).singleElement().satisfies(file -> {
        assertThat(file.getFileName().toString()).matches("log\\.\\d+");
        assertThat(file).content().contains("WARNING: DATA RACE", "found 1 data race");
      });
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"race:Races.counter", "race:sample.Races.count", "race_top:*.count"})
  void suppressions_thatMatch_silenceTheRace(String line) throws Exception {
    AgentProcess process =
        AgentProcess.run("race,suppressions=" + suppressions(line + " # known"), Races.class);

    assertThat(process.err()).isEmpty();
    assertThat(process.exit()).isZero();
  }

  @Test
  void suppressions_thatMatchNothing_areTold() throws Exception {
    Path file = suppressions("race:Other.*");
    AgentProcess process = AgentProcess.run("race,suppressions=" + file, Races.class);

    assertThat(process.err())
        .contains("goguard: suppression matched nothing: " + file + ":1: race:Other.*");
    assertThat(process.exit()).isEqualTo(66);
  }

  @Test
  void suppressions_thatCannotBeUsed_nameTheOptionAndTheLine() throws Exception {
    assertRefused("suppressions", folder.resolve("none"), "there is no file");
    assertRefused("suppressions", suppressions("race:A\nrase:B"), ":2: unknown kind \"rase\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sarif", "html", "log_path"})
  void file_thatCannotBeWritten_isRefusedBeforeTheProgram(String option) throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "");
    assertRefused(option, file.resolve("below"), "file");
  }

  private static void assertRefused(String option, Path file, String problem) throws Exception {
    AgentProcess process = AgentProcess.run("race," + option + "=" + file, Races.class);

    assertThat(process.exit()).isEqualTo(2);
    assertThat(process.out()).isEmpty();
    assertThat(process.err().lines())
        .singleElement()
        .asString()
        .startsWith("goguard: option " + option + ": ")
        .contains(problem);
  }

  @Test
  void summary_saysWhatWasWatched() throws Exception {
    AgentProcess process = AgentProcess.run("race,summary=1", Edges.class);

    assertThat(process.err()).contains("classes checked: ", "threads: ", "calling contexts: ");
    assertThat(process.exit()).isZero();
  }

  @Test
  void include_ofOtherClasses_checksNothingHere() throws Exception {
    assertThat(AgentProcess.run("race,include=other.**", Races.class).races()).isZero();
  }

  @Test
  void twoPrograms_withOneReportFile_leaveNothingUnfinished() throws Exception {
    Path html = folder.resolve("r.html");
    for (int run = 0; run < 2; run++) {
      AgentProcess.run("race,html=" + html, Races.class);
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(html);
    }
  }

  private Path suppressions(String text) throws IOException {
    return Files.writeString(folder.resolve("suppressions.txt"), text);
  }
}
