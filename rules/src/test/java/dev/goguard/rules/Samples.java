package dev.goguard.rules;

import dev.goguard.analysis.AnalysisResult;
import dev.goguard.analysis.Finding;
import dev.goguard.analysis.SourceSet;
import dev.goguard.analysis.engine.Analyzer;
import dev.goguard.analysis.frontend.spoon.SpoonFrontEnd;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The samples of the corpus, analysed once for all tests. */
final class Samples {
  static final Path ROOT = Path.of("..", "test-corpus", "src", "main", "java", "corpus", "rules");

  private static final AnalysisResult RESULT = analyze(ROOT);

  private Samples() {}

  static List<Path> files() {
    return files(ROOT);
  }

  private static List<Path> files(Path root) {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(f -> f.toString().endsWith(".java")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static AnalysisResult result() {
    return RESULT;
  }

  static List<Finding> findingsIn(Path file) {
    return RESULT.findings().stream()
        .filter(f -> f.location().file().equals(shown(ROOT, file)))
        .toList();
  }

  /** What all rules find in the files below a folder. */
  static AnalysisResult analyze(Path root) {
    Analyzer analyzer = new Analyzer(new SpoonFrontEnd(), Rules.names());
    return analyzer.analyze(sources(root), Rules.all(), List.of());
  }

  private static SourceSet sources(Path root) {
    return new SourceSet(
        files(root).stream()
            .map(f -> new SourceSet.SourceUnit(f, shown(root, f)))
            .toList(),
        classPath(),
        21,
        Path.of(System.getProperty("java.home")),
        StandardCharsets.UTF_8);
  }

  private static List<Path> classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(Path::of)
        .filter(Files::exists)
        .toList();
  }

  private static String shown(Path root, Path file) {
    return root.relativize(file).toString().replace(File.separatorChar, '/');
  }
}
