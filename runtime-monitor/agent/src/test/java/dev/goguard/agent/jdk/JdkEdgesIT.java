package dev.goguard.agent.jdk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goguard.agent.AgentProcess;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import sample.JdkEdges;

/** What the JDK orders is not reported, and what it does not order is. */
class JdkEdgesIT {
  @Test
  void programs_ofEveryContract_areReportedWhenTheyRace() throws Exception {
    AgentProcess process = AgentProcess.run("race", JdkEdges.class);

    List<String> wrong = new ArrayList<>();
    String[] programs = process.err().split("(?m)^-- ");
    for (int i = 1; i < programs.length; i++) {
      String name = programs[i].lines().findFirst().orElseThrow();
      if (name.startsWith("race") != programs[i].contains("DATA RACE")) {
        wrong.add(programs[i]);
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(programs).as(process.err()).hasSizeGreaterThan(25);
    assertThat(process.err()).contains("-- shutdownHook").doesNotContain("Exception");
  }
}
