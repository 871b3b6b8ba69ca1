package dev.goguard.analysis.frontend.spoon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goguard.analysis.FrontEnd.Lowered;
import dev.goguard.analysis.ir.IrPrinter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The IR of each sample is the text beside it; {@code -Dgolden.update=true} writes that text anew.
 */
class GoldenIrTest {
  private static final Path SAMPLES = Path.of("src/test/resources/ir");

  static List<String> samples() throws IOException {
    try (Stream<Path> files = Files.list(SAMPLES)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".java"))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void lower_sample_printsGoldenText(String name) throws IOException {
    Lowered lowered =
        new Sources(SAMPLES).add(SAMPLES.resolve(name), "golden/" + name).lower();
    assertThat(lowered.notifications()).isEmpty();
    assertThat(lowered.statistics().unresolvedCalls()).isZero();
    String printed = IrPrinter.print(lowered.files().get(0));
    Path golden = SAMPLES.resolve(name.replace(".java", ".ir"));
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(golden, printed);
    }
    assertThat(printed).isEqualTo(Files.readString(golden));
  }
}
