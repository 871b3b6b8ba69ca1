package dev.goguard.benchmarks.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ProgramsTest {
  private static final int ENOUGH_TO_WAIT = 300;

  @ParameterizedTest
  @MethodSource("cells")
  @Timeout(60)
  void run_smallLoadOfEachCell_returnsWhatIsExpected(Contender contender, Row row) {
    var load = small(row.load());
    assertThat(contender.programs().program(load).run()).isEqualTo(load.expected());
  }

  static Stream<Arguments> cells() {
    return Stream.of(Contender.STOCK, Contender.KOTLIN, Contender.JOX, Contender.JDK)
        .flatMap(contender -> Arrays.stream(Row.values())
            .filter(row -> row != Row.PARKED && contender.offers(row.load().shape()))
            .map(row -> Arguments.of(contender, row)));
  }

  private static Load small(Load load) {
    int width = Math.min(load.width(), 10);
    return new Load(load.shape(), width * ENOUGH_TO_WAIT, width, load.capacity());
  }
}
