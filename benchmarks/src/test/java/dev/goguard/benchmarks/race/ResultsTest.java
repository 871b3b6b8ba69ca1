package dev.goguard.benchmarks.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ResultsTest {
  private final Results results = new Results();

  @Test
  void timeRatio_bothMeasured_isOfTheMedians() {
    add(Kernel.SOR, Contender.JAVA, "time 10", "time 20", "time 12", "checksum 1");
    add(Kernel.SOR, Contender.JAVA_RACE, "time 30", "checksum 1");
    assertThat(results.timeRatio(Kernel.SOR)).isEqualTo(2.5);
  }

  @Test
  void timeRatio_oneMissing_isNotANumber() {
    add(Kernel.SOR, Contender.JAVA, "time 10", "checksum 1");
    assertThat(results.timeRatio(Kernel.SOR)).isNaN();
  }

  @Test
  void heapRatio_bothMeasured_isOfTheBytes() {
    add(Kernel.SOR, Contender.JAVA, "time 10", "heap 4194304", "checksum 1");
    add(Kernel.SOR, Contender.JAVA_RACE, "time 10", "heap 16777216", "checksum 1");
    assertThat(results.heapRatio(Kernel.SOR)).isEqualTo(4.0);
  }

  @Test
  void mean_someMissing_isTheGeometricOneOfTheOthers() {
    measured(Kernel.SOR, 10, 20);
    measured(Kernel.LIST, 10, 80);
    add(Kernel.TREE, Contender.JAVA, "time 10", "checksum 1");
    assertThat(results.mean(results::timeRatio)).isCloseTo(4.0, within(1e-9));
  }

  @Test
  void sharedRatio_notInGo_isNotANumber() {
    measured(Kernel.SOR, 10, 20, 10, 90);
    measured(Kernel.ORDERS, 10, 20);
    assertThat(results.sharedRatio(Kernel.SOR)).isEqualTo(2.0);
    assertThat(results.sharedRatio(Kernel.ORDERS)).isNaN();
  }

  @Test
  void add_otherChecksum_isAProblemAndDoesNotCount() {
    add(Kernel.SOR, Contender.JAVA, "time 10", "checksum 1");
    add(Kernel.SOR, Contender.GO, "time 3", "checksum 2");
    assertThat(results.cell(Kernel.SOR, Contender.GO).milliseconds().isEmpty()).isTrue();
    assertThat(results.problems()).singleElement().asString().contains("2 instead of 1");
  }

  @Test
  void add_nothingPrinted_isAFailure() {
    add(Kernel.SOR, Contender.JAVA_RACE);
    assertThat(results.problems())
        .containsExactly("arrays: over-relaxation: JVM with the agent failed");
  }

  private void measured(Kernel kernel, int... milliseconds) {
    for (int i = 0; i < milliseconds.length; i++) {
      add(kernel, Contender.values()[i], "time " + milliseconds[i], "checksum 1");
    }
  }

  private void add(Kernel kernel, Contender contender, String... lines) {
    results.add(kernel, contender, Output.parse(List.of(lines)));
  }
}
