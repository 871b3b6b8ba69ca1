package dev.goguard.analysis.source;

import dev.goguard.analysis.Location;
import dev.goguard.analysis.SourceSet;
import dev.goguard.analysis.SourceSet.SourceUnit;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The lines of the analysed files, read when a report quotes them. */
public final class SourceText {
  private final Map<String, Path> files;
  private final Charset encoding;
  private final Map<String, List<String>> lines = new HashMap<>();

  private SourceText(Map<String, Path> files, Charset encoding) {
    this.files = files;
    this.encoding = encoding;
  }

  public static SourceText of(SourceSet sources) {
    return new SourceText(
        sources.files().stream()
            .collect(Collectors.toMap(SourceUnit::shownAs, SourceUnit::path, (a, b) -> a)),
        sources.encoding());
  }

  /** The first line of a location, if it can be read. */
  public Optional<String> line(Location location) {
    return lines(location, 0).stream().findFirst();
  }

  /**
   * The lines of a location, with {@code around} more on either side; empty when they cannot be
   * read.
   */
  public List<String> lines(Location location, int around) {
    List<String> all = lines.computeIfAbsent(location.file(), this::read);
    int from = Math.max(1, location.range().startLine() - around);
    int to = Math.min(all.size(), location.range().endLine() + around);
    return location.range().exists() && from <= to ? all.subList(from - 1, to) : List.of();
  }

  private List<String> read(String file) {
    Path path = files.get(file);
    if (path == null) {
      return List.of();
    }
    try {
      return DecodedText.of(Files.readAllBytes(path), encoding).text().lines().toList();
    } catch (IOException e) {
      return List.of();
    }
  }
}
