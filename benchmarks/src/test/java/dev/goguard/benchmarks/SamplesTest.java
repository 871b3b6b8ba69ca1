package dev.goguard.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SamplesTest {
  private final Samples samples = new Samples();

  @Test
  void median_oddNumberOverTwoRounds_isTheMiddleOne() {
    samples.addAll(List.of(9.0, 1.0));
    samples.addAll(List.of(4.0));
    assertThat(samples.median()).isEqualTo(4.0);
  }

  @Test
  void median_evenNumber_isHalfWayBetweenTheMiddleTwo() {
    samples.addAll(List.of(1.0, 3.0));
    assertThat(samples.median()).isEqualTo(2.0);
  }

  @Test
  void spread_isHalfTheQuartileDistanceAsAPartOfTheMedian() {
    samples.addAll(List.of(8.0, 9.0, 10.0, 11.0, 12.0));
    assertThat(samples.spread()).isEqualTo(0.1);
  }
}
