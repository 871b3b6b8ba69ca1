package dev.goguard.analysis.source;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Visits the Java files of a tree. Of a build's output it sees only the generated sources; hidden
 * folders and {@code META-INF} it passes by. What cannot be listed is visited as if it were a Java
 * file, so that whoever reads it tells the user.
 */
final class SourceWalk extends SimpleFileVisitor<Path> {
  private static final Set<String> SKIPPED = Set.of("META-INF", "node_modules");

  private static final List<String> GENERATED =
      List.of("generated-sources", "generated-test-sources", "generated");

  private final Path start;
  private final Consumer<Path> visitor;

  SourceWalk(Path start, Consumer<Path> visitor) {
    this.start = start;
    this.visitor = visitor;
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
      throws IOException {
    if (folder.equals(start)) {
      return FileVisitResult.CONTINUE;
    }
    String name = name(folder);
    if (name.startsWith(".") || SKIPPED.contains(name)) {
      return FileVisitResult.SKIP_SUBTREE;
    }
    if (isBuildFolder(folder)) {
      walkGenerated(folder);
      return FileVisitResult.SKIP_SUBTREE;
    }
    return FileVisitResult.CONTINUE;
  }

  private void walkGenerated(Path buildFolder) throws IOException {
    for (String name : GENERATED) {
      Path sources = buildFolder.resolve(name);
      if (Files.isDirectory(sources)) {
        Files.walkFileTree(sources, new SourceWalk(sources, visitor));
      }
    }
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    if (name(file).endsWith(".java") && !attributes.isDirectory()) {
      visitor.accept(file);
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path unreadable, IOException e) {
    visitor.accept(unreadable);
    return FileVisitResult.CONTINUE;
  }

  /** Whether {@code file} is below the generated sources of a Maven or Gradle build. */
  static boolean isBuildOutput(Path file) {
    for (Path folder = file.getParent(); folder != null; folder = folder.getParent()) {
      Path parent = folder.getParent();
      if (parent != null && GENERATED.contains(name(folder)) && isBuildFolder(parent)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isBuildFolder(Path folder) {
    return switch (name(folder)) {
      case "target" -> Files.exists(folder.resolveSibling("pom.xml"));
      case "build" ->
        Files.exists(folder.resolveSibling("build.gradle"))
            || Files.exists(folder.resolveSibling("build.gradle.kts"));
      default -> false;
    };
  }

  private static String name(Path path) {
    Path name = path.getFileName();
    return name == null ? "" : name.toString().replace("/", "");
  }
}
