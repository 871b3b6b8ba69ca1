package dev.goguard.benchmarks.race;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OutputTest {
  @Test
  void parse_wordsAndNumbers_areGatheredByWord() {
    var output = Output.parse(List.of("time 1.5", "heap 100", "time 2.5", "checksum -7"));
    assertThat(output.all("time")).containsExactly(1.5, 2.5);
    assertThat(output.all("heap")).containsExactly(100.0);
    assertThat(output.checksums()).containsExactly("-7");
  }

  @Test
  void parse_otherLines_areLeftOut() {
    var output = Output.parse(List.of("some text of the program", ""));
    assertThat(output.numbers()).isEmpty();
    assertThat(output.all("time")).isEmpty();
  }
}
