package dev.goguard.benchmarks.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LoadTest {
  @Test
  void expected_pairs_isTheSumOfWhatEverySenderSends() {
    assertThat(new Load(Shape.PAIRS, 8, 2, 0).expected()).isEqualTo(2 * (0 + 1 + 2 + 3));
  }

  @Test
  void expected_chain_isTheSumOfWhatComesOutAtTheEnd() {
    assertThat(new Load(Shape.CHAIN, 8, 2, 0).expected()).isEqualTo(0 + 1 + 2 + 3);
  }

  @Test
  void expected_mutex_isTheCounter() {
    assertThat(new Load(Shape.MUTEX, 8, 2, 0).expected()).isEqualTo(8);
  }

  @ParameterizedTest
  @EnumSource(Row.class)
  void operations_ofEachRow_areAMultipleOfTheWidth(Row row) {
    assertThat(row.load().operations() % row.load().width()).isZero();
  }
}
