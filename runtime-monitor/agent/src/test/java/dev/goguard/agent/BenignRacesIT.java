package dev.goguard.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sample.Benign;

/** What a program says to the detector, by annotation and by call. */
class BenignRacesIT {
  @TempDir
  Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"field", "method", "lambda", "type", "ignore", "edge"})
  void race_declaredBenignOrOrdered_isNotTold(String program) throws Exception {
    AgentProcess process = AgentProcess.run(
        List.of("-Ddoor=" + folder.resolve("door")), "race", Benign.class, program);

    assertThat(process.err()).isEmpty();
    assertThat(process.out()).isEqualTo("true\n");
    assertThat(process.exit()).isZero();
  }

  @Test
  void race_ofTheSameFieldUndeclared_isTold() throws Exception {
    assertThat(AgentProcess.run("race", Benign.class, "plain").races()).isPositive();
  }
}
