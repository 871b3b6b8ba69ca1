package dev.goguard.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.goguard.runtime.internal.Guarded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The Java code in README.md and docs/runtime.md compiles and prints what stands below it. */
@Guarded
class DocumentedCodeTest {
  private static final Path ROOT = Path.of("..", "..");
  private static final Path CLASSES = Path.of("target", "classes").toAbsolutePath();
  private static final Pattern CODE_AND_OUTPUT =
      Pattern.compile("```java\\n(.*?)```\\n\\n(?:```\\n(.*?)```)?", Pattern.DOTALL);

  record Example(String file, String code, String output) {
    @Override
    public String toString() {
      return file + ": " + code.lines().findFirst().orElseThrow();
    }
  }

  @TempDir
  Path folder;

  static Stream<Example> examples() throws IOException {
    List<Example> examples = new ArrayList<>();
    for (String file : List.of("README.md", "docs/runtime.md")) {
      Matcher found = CODE_AND_OUTPUT.matcher(Files.readString(ROOT.resolve(file)));
      while (found.find()) {
        examples.add(new Example(file, found.group(1), found.group(2)));
      }
    }
    return examples.stream();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void example_compiledAndRun_printsWhatTheDocumentSays(Example example) throws Exception {
    Path source = folder.resolve("Example.java");
    Files.writeString(source, program(example.code()));
    assertThat(run(source)).isEqualTo(example.output());
  }

  private static String program(String code) {
    return """
        import dev.goguard.runtime.*;
        import java.time.Duration;
        import java.util.*;

        class Example {
          public static void main(String[] args) throws Exception {
        %s
          }
        }
        """.formatted(code);
  }

  private static String run(Path source) throws IOException {
    Process process = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--module-path",
            CLASSES.toString(),
            "--add-modules",
            "dev.goguard.runtime",
            source.toString())
        .redirectErrorStream(true)
        .start();
    return new String(process.getInputStream().readAllBytes(), UTF_8);
  }
}
