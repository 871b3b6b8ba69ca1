package dev.goguard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goguard.cli.ruling.Comparison;
import dev.goguard.cli.ruling.Folder;
import dev.goguard.cli.ruling.Report;
import dev.goguard.cli.ruling.Ruling;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Replays two libraries of test-corpus/ruling; pom.xml says which jars, and fetches them. */
class RulingTest {
  private static final Folder RULINGS = new Folder(Path.of("../test-corpus/ruling"));
  private static final Path JARS = Path.of("target/ruling");

  @TempDir
  Path results;

  @ParameterizedTest
  @ValueSource(strings = {"commons-pool2", "mina-core"})
  void check_realLibrary_findsWhatTheRulingSays(String name) throws IOException {
    var ruling = RULINGS.ruling(name);
    var found = check(name);
    var comparison = Comparison.of(ruling.findings(), found.findings());
    assertThat(comparison.added()).as("new").isEmpty();
    assertThat(comparison.gone()).as("gone").isEmpty();
    assertThat(found.files()).isEqualTo(ruling.files());
    assertThat(found.failed()).isEqualTo(ruling.failed());
  }

  private Ruling check(String name) throws IOException {
    var coordinates = RULINGS.coordinates(name).split(":");
    var sources =
        JARS.resolve(name).resolve(coordinates[1] + "-" + coordinates[2] + "-sources.jar");
    var report = results.resolve("report.json");
    try (var out = new PrintWriter(Files.newBufferedWriter(report))) {
      Main.cli(Console.system())
          .to(out, new PrintWriter(System.err))
          .execute("check", sources.toString(), "-cp", classPath(name), "--format", "json");
    }
    return Report.read(report).ruling(RULINGS.coordinates(name));
  }

  private static String classPath(String name) throws IOException {
    try (var jars = Files.list(JARS.resolve(name))) {
      return jars.map(Path::toString)
          .filter(jar -> !jar.endsWith("-sources.jar"))
          .sorted()
          .collect(Collectors.joining(File.pathSeparator));
    }
  }
}
