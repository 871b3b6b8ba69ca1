package dev.goguard.maven;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.stream.Stream;

/** Chooses files by patterns, in which {@code **} also stands for no folder at all. */
final class PathPatterns {
  private final List<PathMatcher> includes;
  private final List<PathMatcher> excludes;

  PathPatterns(List<String> includes, List<String> excludes) {
    this.includes = includes.stream().flatMap(PathPatterns::matchers).toList();
    this.excludes = excludes.stream().flatMap(PathPatterns::matchers).toList();
  }

  private static Stream<PathMatcher> matchers(String pattern) {
    return Stream.of(pattern, pattern.replace("**/", ""))
        .distinct()
        .map(glob -> FileSystems.getDefault().getPathMatcher("glob:" + glob));
  }

  /** Whether the file at {@code path}, relative to its source root, is chosen. */
  boolean matches(Path path) {
    return (includes.isEmpty() || includes.stream().anyMatch(m -> m.matches(path)))
        && excludes.stream().noneMatch(m -> m.matches(path));
  }
}
