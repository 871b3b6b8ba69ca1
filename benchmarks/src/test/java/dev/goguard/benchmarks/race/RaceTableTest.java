package dev.goguard.benchmarks.race;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RaceTableTest {
  private final Results results = new Results();

  @Test
  void print_belowGoAndThriceTheHeap_isPlain() {
    measured(Kernel.SOR, 10, 40, 20, 100);
    assertThat(print(Map.of()))
        .contains("| 10.0 ±0 % | 40.0 ±0 % | 4.00 | 5.00 | 20.0 ±0 % | 100.0 ±0 % |")
        .contains("| geometric mean |  |  | **4.00** |")
        .contains("| geometric mean where Go has it |  |  | 4.00 | 5.00 |");
  }

  @Test
  void print_aboveGo_isBold() {
    measured(Kernel.SOR, 10, 24, 20, 40);
    assertThat(print(Map.of()))
        .contains("| **2.40** | 2.00 |")
        .contains("| geometric mean |  |  | 2.40 |")
        .contains("| geometric mean where Go has it |  |  | **2.40** | 2.00 |");
  }

  @Test
  void print_moreThanThriceTheHeap_isBold() {
    add(Kernel.SOR, Contender.JAVA, "time 1", "heap 1048576", "checksum 1");
    add(Kernel.SOR, Contender.JAVA_RACE, "time 1", "heap 4194304", "checksum 1");
    assertThat(print(Map.of())).contains("| 1.0 | 4.0 | **4.00** |");
  }

  @Test
  void print_missingContender_saysWhy() {
    measured(Kernel.SOR, 10, 40, 20);
    assertThat(print(Map.of(Contender.GO_RACE, "no cgo")))
        .contains("| 4.00 | – | 20.0 ±0 % | missing |")
        .contains("Go with -race: no cgo");
  }

  @Test
  void print_notInGo_isADash() {
    measured(Kernel.ORDERS, 10, 40);
    assertThat(print(Map.of())).contains("| 4.00 | – | – | – |");
  }

  @Test
  void print_failure_isInTheTableAndBelow() {
    measured(Kernel.ORDERS, 10);
    add(Kernel.ORDERS, Contender.JAVA_RACE);
    assertThat(print(Map.of()))
        .contains("| 10.0 ±0 % | failed | – |")
        .contains("**collections: service: JVM with the agent failed**");
  }

  private void measured(Kernel kernel, int... milliseconds) {
    for (int i = 0; i < milliseconds.length; i++) {
      add(kernel, Contender.values()[i], "time " + milliseconds[i], "checksum 1");
    }
  }

  private void add(Kernel kernel, Contender contender, String... lines) {
    results.add(kernel, contender, Output.parse(List.of(lines)));
  }

  private String print(Map<Contender, String> missing) {
    var bytes = new ByteArrayOutputStream();
    new RaceTable(results, missing).print(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
