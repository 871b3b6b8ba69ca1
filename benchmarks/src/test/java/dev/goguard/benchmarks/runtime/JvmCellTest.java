package dev.goguard.benchmarks.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.RunnerException;

class JvmCellTest {
  private final JvmCell cell = new JvmCell(new Effort(1, 0, 2, 1));

  @Test
  void measure_programThatWorks_hasAFigurePerIteration() throws RunnerException {
    assertThat(cell.measure(Row.SAME_GOROUTINE, Contender.JDK)).hasSize(2).allMatch(ns -> ns > 0);
  }

  @Test
  void measure_programThatFails_hasNone() throws RunnerException {
    assertThat(cell.measure(Row.PARKED, Contender.JDK)).isEmpty();
  }
}
