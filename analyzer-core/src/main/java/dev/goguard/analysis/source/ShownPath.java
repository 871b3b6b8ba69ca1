package dev.goguard.analysis.source;

import java.nio.file.Path;

/**
 * How paths are shown: relative to a root when they are below it, else absolute; always with
 * {@code /}.
 *
 * @param root absolute
 */
public record ShownPath(Path root) {
  public ShownPath {
    root = root.toAbsolutePath().normalize();
  }

  public String of(Path path) {
    Path absolute = root.resolve(path).toAbsolutePath().normalize();
    Path shown = absolute.startsWith(root) ? root.relativize(absolute) : absolute;
    return shown.toString().replace('\\', '/');
  }

  /** An archive outside the root is shown by its name alone. */
  String ofArchive(Path path) {
    Path absolute = root.resolve(path).toAbsolutePath().normalize();
    return absolute.startsWith(root) ? of(path) : absolute.getFileName().toString();
  }
}
