package dev.goguard.agent.findings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The folders in which the source of a class is looked for, by its package. */
final class SourceRoots {
  private static final List<String> USUAL = List.of("src/main/java", "src/test/java");

  private final List<Path> roots;

  private SourceRoots(List<Path> roots) {
    this.roots = roots;
  }

  /** Those the user names, or the usual ones of the project in {@code folder}, modules' too. */
  static SourceRoots of(List<Path> named, Path folder) {
    return new SourceRoots(named.isEmpty() ? usual(folder) : List.copyOf(named));
  }

  private static List<Path> usual(Path folder) {
    List<Path> roots = new ArrayList<>();
    roots.add(folder);
    addUsual(folder, roots);
    for (Path module : subfolders(folder)) {
      addUsual(module, roots);
      subfolders(module).forEach(nested -> addUsual(nested, roots));
    }
    return roots;
  }

  private static void addUsual(Path project, List<Path> roots) {
    USUAL.stream().map(project::resolve).filter(Files::isDirectory).forEach(roots::add);
  }

  private static List<Path> subfolders(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(Files::isDirectory)
          .filter(entry -> !entry.getFileName().toString().startsWith("."))
          .sorted()
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  /** The file at a path such as {@code shop/Cart.java}, in the first folder that has it. */
  Optional<Path> find(String path) {
    return roots.stream()
        .map(root -> root.resolve(path))
        .filter(Files::isRegularFile)
        .findFirst();
  }
}
