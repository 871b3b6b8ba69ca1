package dev.goguard.analysis.source;

import dev.goguard.analysis.InputException;
import dev.goguard.analysis.SourceSet.SourceUnit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Finds Java files in folders, files and source archives. Archives stay open, so that their files
 * can be read, until this is closed.
 */
public final class SourceFinder implements AutoCloseable {
  private final ShownPath shown;
  private final boolean includeGenerated;
  private final List<FileSystem> archives = new ArrayList<>();
  private final Map<Path, SourceUnit> files = new LinkedHashMap<>();
  private int generated;

  /**
   * Makes a finder.
   *
   * @param root files below it are shown relative to it
   */
  public SourceFinder(Path root, boolean includeGenerated) {
    this.shown = new ShownPath(root);
    this.includeGenerated = includeGenerated;
  }

  /** Everything to analyse in {@code paths}; complains when that is nothing. */
  public FoundSources find(List<Path> paths) {
    FoundSources found = search(paths);
    if (found.files().isEmpty()) {
      throw nothing(paths);
    }
    return found;
  }

  /** What there is to analyse in {@code paths}, which may be nothing. */
  public FoundSources search(List<Path> paths) {
    paths.forEach(this::add);
    List<SourceUnit> sorted = files.values().stream()
        .sorted(Comparator.comparing(SourceUnit::shownAs))
        .toList();
    return new FoundSources(sorted, generated);
  }

  private InputException nothing(List<Path> paths) {
    String where = paths.stream().map(Path::toString).collect(Collectors.joining(", "));
    return new InputException(
        generated > 0
            ? "all Java files in " + where + " are generated; use --include-generated"
            : "no Java files in " + where + "; name a folder, a .java file or a -sources.jar");
  }

  private void add(Path path) {
    if (Files.isDirectory(path)) {
      walk(path, path.toString());
    } else if (!Files.exists(path)) {
      throw new InputException("no such file or folder: " + path);
    } else if (path.toString().endsWith(".java")) {
      add(path, shown.of(path));
    } else if (path.toString().endsWith(".jar") || path.toString().endsWith(".zip")) {
      addArchive(path);
    } else {
      throw new InputException(
          path + " is not Java source; name a folder, a .java file or a -sources.jar");
    }
  }

  private void addArchive(Path path) {
    int before = files.size() + generated;
    try {
      FileSystem archive = FileSystems.newFileSystem(path);
      archives.add(archive);
      archive.getRootDirectories().forEach(top -> walk(top, path.toString()));
    } catch (IOException | IllegalArgumentException e) {
      throw new InputException(path + " is not a readable archive: " + e.getMessage(), e);
    }
    if (files.size() + generated == before) {
      throw new InputException(
          path + " contains no Java source; did you mean the -sources.jar beside it?");
    }
  }

  private void walk(Path folder, String name) {
    try {
      Files.walkFileTree(
          folder, new SourceWalk(folder, file -> add(file, shownBelow(name, folder, file))));
    } catch (IOException e) {
      throw new InputException("cannot read " + name + ": " + e.getMessage(), e);
    }
  }

  private String shownBelow(String name, Path folder, Path file) {
    boolean archived = folder.getFileSystem() != shown.root().getFileSystem();
    return archived ? shown.ofArchive(Path.of(name)) + "!" + file : shown.of(file);
  }

  private void add(Path file, String shownAs) {
    if (!includeGenerated && isGenerated(file)) {
      generated++;
    } else {
      files.putIfAbsent(file.toAbsolutePath().normalize(), new SourceUnit(file, shownAs));
    }
  }

  private static boolean isGenerated(Path file) {
    try {
      return SourceWalk.isBuildOutput(file.toAbsolutePath())
          || GeneratedCode.isMarked(Files.readString(file, StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      return false; // the front end says that it cannot be read
    }
  }

  @Override
  public void close() throws IOException {
    for (FileSystem archive : archives) {
      archive.close();
    }
  }
}
