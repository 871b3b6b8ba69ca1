package dev.goguard.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sample.Edges;
import sample.HotSwap;
import sample.LittleAgent;
import sample.UnlinkedVolatiles;

/** The agent beside another one: classes that were loaded before it, and redefinition. */
class CompanyIT {
  @TempDir
  private Path directory;

  private Path agent;

  @BeforeEach
  void writeAgent() throws IOException {
    agent = directory.resolve("little.jar");
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.putValue("Premain-Class", LittleAgent.class.getName());
    attributes.putValue("Can-Redefine-Classes", "true");
    attributes.putValue("Can-Retransform-Classes", "true");
    try (OutputStream file = Files.newOutputStream(agent)) {
      new JarOutputStream(file, manifest).close();
    }
  }

  @Test
  void volatileFields_ofClassesAsTheyWere_order() throws Exception {
    AgentProcess process = AgentProcess.runBeside(
        List.of("-javaagent:" + agent + "=sample.Early"),
        List.of(),
        "race,summary=1",
        UnlinkedVolatiles.class);

    assertThat(process.err().split("-- race")[0]).contains("-- jdk").doesNotContain("DATA RACE");
    assertThat(process.races()).isOne();
    assertThat(process.err())
        .contains("-- end")
        .containsPattern("classes loaded before the agent, not checked: [1-9]")
        .contains("goguard:   sample.Early\n");
  }

  @Test
  void unknownJdk_endsTheJvmBeforeTheProgram() throws Exception {
    AgentProcess process = AgentProcess.runBeside(
        List.of("-javaagent:" + agent + "=java.specification.version=26"),
        List.of(),
        "race",
        Edges.class);

    assertThat(process.exit()).isEqualTo(2);
    assertThat(process.out()).isEmpty();
    assertThat(process.err())
        .isEqualTo("goguard: the race detector runs on JDK 21 to 25, and this is 26;"
            + " the program is not started\n");
  }

  @Test
  void jacocoBeforeOurs_coverageIsWrittenAndTheRaceReported() throws Exception {
    AgentProcess process =
        AgentProcess.runBeside(List.of(jacoco()), List.of(), "race", Edges.class, "race");

    assertCoveredAndReported(process);
  }

  @Test
  void jacocoAfterOurs_coverageIsWrittenAndTheRaceReported() throws Exception {
    AgentProcess process =
        AgentProcess.runBeside(List.of(), List.of(jacoco()), "race", Edges.class, "race");

    assertCoveredAndReported(process);
  }

  private String jacoco() {
    return "-javaagent:" + Path.of("target", "jacoco-agent.jar") + "=includes=sample.*,destfile="
        + coverage();
  }

  private Path coverage() {
    return directory.resolve("jacoco.exec");
  }

  /** The file names the classes that were covered, and has no other text. */
  private void assertCoveredAndReported(AgentProcess process) throws IOException {
    assertThat(Files.readString(coverage(), StandardCharsets.ISO_8859_1)).contains("sample/Edges");
    assertThat(process.races()).isPositive();
    assertThat(process.err())
        .contains("Edges.counted")
        .doesNotContain("jacoco", "Exception", "an error in GoGuard");
  }

  @Test
  void redefinedAndRetransformedClass_isStillChecked() throws Exception {
    AgentProcess process =
        AgentProcess.runBeside(List.of(), List.of("-javaagent:" + agent), "race", HotSwap.class);

    assertThat(process.out()).contains("swapped");
    assertThat(process.err())
        .contains("HotSwap.before by")
        .contains("HotSwap.redefined by")
        .contains("HotSwap.retransformed by")
        .contains("HotSwap.field by");
    assertThat(process.races()).isEqualTo(4);
  }
}
