package dev.goguard.benchmarks.race;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The sums are those that the Go programs come to in the same sizes, see race_test.go. */
class KernelTest {
  private static final Map<Kernel, Long> SUMS = Map.ofEntries(
      Map.entry(Kernel.FIELDS, 515_980_765L),
      Map.entry(Kernel.MATRIX, 1_054_060_378L),
      Map.entry(Kernel.SOR, 138_662_747L),
      Map.entry(Kernel.SPARSE, 876_199_282L),
      Map.entry(Kernel.LUFACT, 60_347_242L),
      Map.entry(Kernel.CRYPT, 2_320L),
      Map.entry(Kernel.SERIES, 172_473L),
      Map.entry(Kernel.RAYTRACER, 38_721L),
      Map.entry(Kernel.LIST, 1_831_110L),
      Map.entry(Kernel.TREE, 292L),
      Map.entry(Kernel.CALLS, 16_720L),
      Map.entry(Kernel.MONITORS, 473L),
      Map.entry(Kernel.LOCKS, 473L),
      Map.entry(Kernel.UNBUFFERED, 110_839_000L),
      Map.entry(Kernel.BUFFERED, 110_839_000L),
      Map.entry(Kernel.FAN_OUT, 163_488_434_093_303_808L),
      Map.entry(Kernel.ORDERS, 113_225L));

  @ParameterizedTest
  @EnumSource(Kernel.class)
  @Timeout(60)
  void run_twiceInASmallSize_isTheSum(Kernel kernel) throws Exception {
    var workload = kernel.workload(16);
    assertThat(workload.run()).isEqualTo(SUMS.get(kernel));
    assertThat(workload.run()).isEqualTo(SUMS.get(kernel));
  }
}
