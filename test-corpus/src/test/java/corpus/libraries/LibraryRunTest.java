package corpus.libraries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LibraryRunTest {
  private static final String REPORT = """
      ==================
      WARNING: DATA RACE
      Write of Pool.size by goroutine 8:
          java.base/java.util.HashMap.put(HashMap.java:610)
          app//lib.Pool$Entry.take(Pool.java:12)
          lib.PoolTest.lambda$run$0(PoolTest.java:3)
      Previous read of Pool.size by thread "main":
          lib.Pool.audit(Pool.java:31)
      Thread 8 (running) created at:
          lib.Pool.open(Pool.java:20)
      ==================
      """;

  private static final String PASSED = "<testcase name=\"a()\" classname=\"T\"/>";
  private static final String FAILED =
      "<testcase name=\"a()\" classname=\"T\"><failure/></testcase>";

  @TempDir
  private Path folder;

  @Test
  void races_reportAmongOutput_hasVariableAndFirstSitesOutsideOfTheJdk() {
    assertThat(ReportedRace.in(("noise\n" + REPORT + "noise\n").lines().toList()))
        .singleElement()
        .returns("Pool.size: lib.Pool$Entry.take lib.Pool.audit", ReportedRace::key);
  }

  @Test
  void isRight_raceWithLabel_isTrue() throws IOException {
    assertThat(run(PASSED, PASSED, REPORT, "benign Pool.size: *\n  A hint.\n").isRight())
        .isTrue();
  }

  @Test
  void isRight_raceWithLabelOfOneSite_isTrue() throws IOException {
    String label = "true Pool.size: lib.Pool.audit *\n  Lost.\n";

    assertThat(run(PASSED, PASSED, REPORT, label).isRight()).isTrue();
  }

  @Test
  void isRight_raceWithLabelOfOtherSites_isFalseAndPrinted() throws IOException {
    LibraryRun run = run(PASSED, PASSED, REPORT, "true Pool.size: lib.Pool.audit\n  Lost.\n");

    assertThat(run.isRight()).isFalse();
    assertThat(print(run))
        .contains("1 unlabelled", "unlabelled: Pool.size: lib.Pool$Entry.take lib.Pool.audit");
  }

  @Test
  void races_reportedTwice_areOne() throws IOException {
    assertThat(run(PASSED, PASSED, REPORT + REPORT, "").races()).hasSize(1);
  }

  @Test
  void isRight_testFailsOnlyWatched_isFalseAndPrinted() throws IOException {
    LibraryRun run = run(PASSED, FAILED, "", "");

    assertThat(run.isRight()).isFalse();
    assertThat(print(run)).contains("changed: T#a(): PASSED, with race FAILED");
  }

  @Test
  void isRight_testFailedForItsRace_isTrue() throws IOException {
    String raced = FAILED.replace("<failure/>", "<failure type=\"x.RaceDetectedError\"/>");

    assertThat(run(PASSED, raced, "", "").isRight()).isTrue();
  }

  @Test
  void isRight_testFailsInBoth_isTrue() throws IOException {
    assertThat(run(FAILED, FAILED, "", "").isRight()).isTrue();
  }

  @Test
  void isRight_flakyTestFailsOnlyWatched_isTrue() throws IOException {
    assertThat(run(PASSED, FAILED, "", "flaky T#a()\n  Waits 1 ms.\n").isRight())
        .isTrue();
  }

  @Test
  void isRight_testMissesWatched_isFalse() throws IOException {
    assertThat(run(PASSED, "", "", "").isRight()).isFalse();
  }

  @Test
  void isRight_nothingRan_isFalse() throws IOException {
    assertThat(run("", "", "", "").isRight()).isFalse();
  }

  @Test
  void results_oneNameTwice_isItsWorst() throws IOException {
    assertThat(run(PASSED + FAILED + PASSED, "", "", "").plain().byTest())
        .isEqualTo(Map.of("T#a()", TestResults.Result.FAILED));
  }

  @Test
  void labels_withoutReason_areRefused() {
    assertThatThrownBy(() -> Labels.of("benign x: *".lines().toList()))
        .hasMessage("no reason: x: *");
  }

  private LibraryRun run(String plain, String watched, String output, String labels)
      throws IOException {
    write("plain/TEST-x.xml", "<testsuite>" + plain + "</testsuite>");
    write("race/TEST-x.xml", "<testsuite>" + watched + "</testsuite>");
    write("race/output", output);
    return LibraryRun.read(folder, write("labels", labels));
  }

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private static String print(LibraryRun run) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    run.print("lib", new PrintStream(bytes, true, StandardCharsets.UTF_8));
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
