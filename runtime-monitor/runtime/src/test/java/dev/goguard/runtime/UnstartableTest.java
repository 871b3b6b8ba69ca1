package dev.goguard.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A goroutine that cannot be started leaves nothing behind that waits for it. */
class UnstartableTest {

  @Test
  void go_noScheduler_undoesWhatItHasCounted() throws Exception {
    ForkedJvm.Outcome outcome =
        ForkedJvm.executeBare(List.of("-Dgoguard.scheduler=gmp"), UnstartableProgram.class);
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out()).isEqualTo("context canceled, 0 children, 2, 5 failed");
  }
}
