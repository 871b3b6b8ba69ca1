package dev.goguard.cli;

import dev.goguard.analysis.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The project that the demo checks: the one in GoGuard's own source tree when it runs from there,
 * else the copy in its jar.
 *
 * @param sources folder of the Java files
 * @param runtime jar that they compile against
 */
record DemoProject(Path sources, Path runtime) {
  private static final String IN_TREE = "test-corpus/demo/src/main/java";
  private static final String IN_JAR = "demo";
  private static final String RUNTIME = "goguard-runtime.jar";

  /**
   * The folder that shown paths are relative to: {@code directory} when the project is in it, else
   * the project's own.
   */
  Path root(Path directory) {
    return sources.toAbsolutePath().startsWith(directory) ? directory : sources;
  }

  static DemoProject locate() throws IOException {
    Path folder = Files.createTempDirectory("goguard-demo");
    Path runtime = folder.resolve(RUNTIME);
    try (InputStream in = resource(RUNTIME).openStream()) {
      Files.copy(in, runtime);
    }
    folder
        .toFile()
        .deleteOnExit(); // unless the sources are unpacked in it: the reader wants to open them
    runtime.toFile().deleteOnExit();
    return new DemoProject(sourcesInTree(folder), runtime);
  }

  private static Path sourcesInTree(Path folder) throws IOException {
    String home = System.getProperty("goguard.home", "");
    Path sources = Path.of(home).resolve(IN_TREE);
    return !home.isEmpty() && Files.isDirectory(sources) ? sources : unpacked(folder);
  }

  private static Path unpacked(Path folder) throws IOException {
    try {
      URI uri = resource(IN_JAR).toURI();
      if (!uri.getScheme().equals("jar")) {
        return Path.of(uri);
      }
      try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
        return copy(jar.getPath("/" + IN_JAR), folder.resolve(IN_JAR));
      }
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
  }

  private static Path copy(Path from, Path to) throws IOException {
    List<Path> entries;
    try (Stream<Path> walk = Files.walk(from)) {
      entries = walk.toList();
    }
    for (Path entry : entries) {
      Path target = to.resolve(from.relativize(entry).toString());
      if (Files.isDirectory(entry)) {
        Files.createDirectories(target);
      } else {
        Files.copy(entry, target);
      }
    }
    return to;
  }

  private static URL resource(String name) {
    URL found = DemoProject.class.getClassLoader().getResource(name);
    if (found == null) {
      throw new InputException(
          "this goguard.jar was built without " + name + "; run 'mvn package'");
    }
    return found;
  }
}
