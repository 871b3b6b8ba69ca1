package dev.goguard.analysis.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goguard.analysis.Location;
import dev.goguard.analysis.SourceSet;
import dev.goguard.analysis.SourceSet.SourceUnit;
import dev.goguard.analysis.ir.SourceRange;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SourceTextTest {
  private static final String SOURCE = "class Caf\u00e9 {}";

  @TempDir
  Path root;

  static Stream<byte[]> files() {
    return Stream.of(
        bytes(StandardCharsets.UTF_8, SOURCE),
        bytes(StandardCharsets.UTF_8, "\uFEFF" + SOURCE),
        bytes(StandardCharsets.UTF_16, SOURCE),
        bytes(StandardCharsets.UTF_16LE, "\uFEFF" + SOURCE));
  }

  private static byte[] bytes(Charset charset, String text) {
    return text.getBytes(charset);
  }

  @ParameterizedTest
  @MethodSource("files")
  void line_anyMark_isTheTextThatWasAnalysed(byte[] bytes) throws IOException {
    Path file = Files.write(root.resolve("A.java"), bytes);
    SourceText sources = SourceText.of(new SourceSet(
        List.of(new SourceUnit(file, "A.java")), List.of(), 21, root, StandardCharsets.UTF_8));
    Location start = new Location("A.java", new SourceRange(1, 1, 1, 6, 0, 5));
    assertThat(sources.line(start)).contains(SOURCE);
  }
}
