package dev.goguard.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import sample.Edges;
import sample.LoadAll;
import sample.Shapes;

class AgentIT {
  @Test
  void everyClassOfTheTestPath_isInstrumented_verifies() throws Exception {
    String[] jars = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> entry.endsWith(".jar"))
        .toArray(String[]::new);

    AgentProcess process = AgentProcess.run("race,include=**,summary=1", LoadAll.class, jars);

    assertThat(process.out()).contains("verified ").doesNotContain("broken");
    assertThat(process.err()).doesNotContain("an error in GoGuard");
  }

  @Test
  void orderedThreads_areNotReported() throws Exception {
    AgentProcess process = AgentProcess.run("race", Edges.class);

    assertThat(process.out()).contains("300 300").contains("86");
    assertThat(process.err()).doesNotContain("DATA RACE");
    assertThat(process.exit()).isZero();
  }

  @Test
  void unorderedThreads_areReported() throws Exception {
    AgentProcess process = AgentProcess.run("race", Edges.class, "race");

    assertThat(process.races()).isPositive();
    assertThat(process.err()).contains("Edges.counted").contains("Edges.java:");
  }

  @Test
  void excludedClass_isNotChecked() throws Exception {
    AgentProcess process = AgentProcess.run("race,exclude=sample.Edges", Edges.class, "race");

    assertThat(process.races()).isZero();
  }

  @Test
  void classesOfAllKinds_behaveAsWithoutTheAgent() throws Exception {
    AgentProcess process = AgentProcess.run("race", Shapes.class);

    assertThat(process.out()).isEqualTo(here());
    assertThat(process.err()).isEmpty();
  }

  private static String here() throws Exception {
    PrintStream before = System.out;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
      Shapes.main(new String[0]);
    } finally {
      System.setOut(before);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void badOption_endsTheJvmBeforeTheProgram() throws Exception {
    AgentProcess process = AgentProcess.run("race,colour=red", Shapes.class);

    assertThat(process.exit()).isEqualTo(2);
    assertThat(process.out()).isEmpty();
    assertThat(process.err().lines())
        .singleElement()
        .asString()
        .startsWith("goguard: option colour: ");
  }
}
