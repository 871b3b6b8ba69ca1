package dev.goguard.agent.findings;

import dev.goguard.analysis.Location;
import dev.goguard.analysis.SourceSet;
import dev.goguard.analysis.SourceSet.SourceUnit;
import dev.goguard.analysis.ir.SourceRange;
import dev.goguard.analysis.source.SourceText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the places of stack frames in the source. A frame knows its class, file name and line; a
 * place whose file is not found is called by package and file name, and has no columns.
 */
final class Places {
  private final SourceRoots roots;
  private final Path folder;
  private final Map<String, Optional<SourceUnit>> files = new LinkedHashMap<>();
  private final Map<Path, List<String>> lines = new LinkedHashMap<>();

  /** Places shown relative to {@code folder}. */
  Places(SourceRoots roots, Path folder) {
    this.roots = roots;
    this.folder = folder;
  }

  Location of(StackTraceElement frame) {
    String path = path(frame);
    Optional<SourceUnit> unit = files.computeIfAbsent(path, this::find);
    String file = unit.map(SourceUnit::shownAs).orElse(path);
    int line = frame.getLineNumber();
    return new Location(file, line <= 0 ? SourceRange.NONE : range(unit, line));
  }

  private Optional<SourceUnit> find(String path) {
    return roots
        .find(path)
        .map(Path::toAbsolutePath)
        .map(file -> new SourceUnit(file, shown(file)));
  }

  private String shown(Path file) {
    Path shown = file.startsWith(folder) ? folder.relativize(file) : file;
    return shown.toString().replace('\\', '/');
  }

  private static String path(StackTraceElement frame) {
    String name = frame.getClassName();
    String outer = name.substring(name.lastIndexOf('.') + 1).replaceFirst("(?<=.)\\$.*", "");
    String file = frame.getFileName() == null ? outer + ".java" : frame.getFileName();
    return name.substring(0, name.lastIndexOf('.') + 1).replace('.', '/') + file;
  }

  /** The text of the line without its indentation; a line that is not there has no columns. */
  private SourceRange range(Optional<SourceUnit> unit, int line) {
    List<String> text =
        unit.map(found -> lines.computeIfAbsent(found.path(), Places::read)).orElse(List.of());
    if (line > text.size() || text.get(line - 1).isBlank()) {
      return new SourceRange(line, 0, line, 0, -1, -1);
    }
    String found = text.get(line - 1);
    int start = found.length() - found.stripLeading().length();
    return new SourceRange(line, start + 1, line, found.stripTrailing().length() + 1, -1, -1);
  }

  private static List<String> read(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
          .lines()
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  /** The text of all files found so far. */
  SourceText text() {
    List<SourceUnit> units = files.values().stream().flatMap(Optional::stream).toList();
    Path jdk = Path.of(System.getProperty("java.home"));
    return SourceText.of(
        new SourceSet(units, List.of(), Runtime.version().feature(), jdk, StandardCharsets.UTF_8));
  }
}
