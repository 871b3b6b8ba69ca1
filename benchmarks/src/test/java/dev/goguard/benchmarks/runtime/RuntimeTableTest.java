package dev.goguard.benchmarks.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RuntimeTableTest {
  private static final Map<Contender, String> TITLES = Arrays.stream(Contender.values())
      .collect(Collectors.toMap(Function.identity(), Contender::title));

  @Test
  void print_ratioAboveOne_isBoldWhereItHasAGoal() {
    var table = new RuntimeTable(TITLES, Map.of());
    measured(table, Row.UNBUFFERED, 200, 90, 100, 150, 400, 100);
    assertThat(print(table)).contains("| 0.50 | **2.00** | 2.00 | 0.90 |");
  }

  @Test
  void print_bytes_haveAGoalAgainstGo() {
    var table = new RuntimeTable(TITLES, Map.of());
    measured(table, Row.PARKED, 500, 300, 1000, 100, 1000, 1000);
    assertThat(print(table)).contains("| 0.50 | 0.50 | **0.50** | 0.30 |");
  }

  @Test
  void print_missingContender_saysWhyAndHasNoRatio() {
    var table = new RuntimeTable(TITLES, Map.of(Contender.GO, "no toolchain"));
    measured(table, Row.SPAWN, 200);
    assertThat(print(table))
        .contains("| 200 ±0 % | failed | missing |")
        .contains("Go: no toolchain");
  }

  @Test
  void print_nothingOfTheKind_isADash() {
    var table = new RuntimeTable(TITLES, Map.of());
    measured(table, Row.SELECT_2, 200, 90, 100, 150, 400);
    assertThat(print(table)).contains("| 400 ±0 % | – | 0.50 | – |");
  }

  private static void measured(RuntimeTable table, Row row, double... values) {
    for (int i = 0; i < values.length; i++) {
      table.samples(row, Contender.values()[i]).addAll(List.of(values[i]));
    }
  }

  private static String print(RuntimeTable table) {
    var bytes = new ByteArrayOutputStream();
    table.print(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
