package dev.goguard.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import sample.BlackBox;

/** The runtime's own use of the JDK orders nothing; what it runs for the program is followed. */
class BlackBoxIT {
  @Test
  void goroutines_thatUsedTheSameInternals_race() throws Exception {
    AgentProcess process = AgentProcess.run(
        List.of("--add-exports=java.base/jdk.internal.vm=ALL-UNNAMED"), "race", BlackBox.class);

    List<String> wrong = new ArrayList<>();
    String[] programs = process.err().split("(?m)^-- ");
    for (int i = 1; i < programs.length; i++) {
      String name = programs[i].lines().findFirst().orElseThrow();
      if (name.startsWith("race") != programs[i].contains("DATA RACE")) {
        wrong.add(programs[i]);
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(process.err()).contains("-- end").doesNotContain("Exception");
    assertThat(process.races()).isEqualTo(10);
  }
}
