package dev.goguard.benchmarks.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EffortTest {
  private static final Effort EFFORT = new Effort(3, 4, 5, 300);

  @Test
  void enoughFor_shortRun_isWhatWasAsked() {
    assertThat(EFFORT.enoughFor(Row.UNBUFFERED.load())).isEqualTo(EFFORT);
  }

  @Test
  void enoughFor_longRun_hasFewerIterationsInAsManyRounds() {
    assertThat(EFFORT.enoughFor(Row.JOX_CHAINED_0.load())).isEqualTo(new Effort(3, 2, 2, 300));
  }
}
