package dev.goguard.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpinLockTest {
  private static final List<String> ONE_CARRIER = List.of(
      "-Djdk.virtualThreadScheduler.parallelism=1", "-Djdk.virtualThreadScheduler.maxPoolSize=1");

  @Test
  void lock_interrupted_leavesTheCarrierToTheHolder() throws Exception {
    ForkedJvm.Outcome outcome = ForkedJvm.execute(ONE_CARRIER, SpinLockProgram.class);
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out()).isEqualTo("interrupted: true");
  }
}
