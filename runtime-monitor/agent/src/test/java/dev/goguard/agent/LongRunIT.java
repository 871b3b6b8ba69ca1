package dev.goguard.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import sample.LongRun;

/** Run by the profile {@code soak}: ids and clocks are used many times over, memory is bounded. */
@Tag("soak")
class LongRunIT {
  private static final String MILLION = "1000000";

  @Test
  void millionThreads_inASmallHeap_endWithAllRacesFound() throws Exception {
    AgentProcess process =
        AgentProcess.run(List.of("-Xmx128m"), "race,summary=1", LongRun.class, MILLION);

    assertThat(process.out()).isEqualTo(MILLION + ' ' + MILLION + '\n');
    assertThat(process.err())
        .contains("LongRun.atStart by", "LongRun.startAgain by", "LongRun.atEnd by")
        .doesNotContain("LongRun.under", "Cell.value", "OutOfMemoryError");
    assertThat(process.races()).isEqualTo(4);
  }
}
