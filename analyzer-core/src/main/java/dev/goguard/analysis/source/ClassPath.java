package dev.goguard.analysis.source;

import dev.goguard.analysis.InputException;
import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;

/**
 * Reads a class path as the {@code java} command does: entries between separators, {@code folder/*}
 * for every jar in it.
 */
public final class ClassPath {
  private ClassPath() {}

  /** The entries of {@code text}, each once; complains of those that cannot be used. */
  public static List<Path> parse(String text) {
    Set<Path> entries = new LinkedHashSet<>();
    List<String> missing = new ArrayList<>();
    for (String entry : text.split(Pattern.quote(File.pathSeparator))) {
      if (entry.endsWith("*") && Files.isDirectory(folderOf(entry))) {
        entries.addAll(jars(folderOf(entry)));
      } else if (!entry.isBlank() && !entry.endsWith("*") && Files.exists(Path.of(entry))) {
        entries.add(Path.of(entry));
      } else if (!entry.isBlank()) {
        missing.add(entry);
      }
    }
    if (!missing.isEmpty()) {
      throw new InputException("class path entries do not exist: " + String.join(", ", missing));
    }
    entries.stream().filter(Files::isRegularFile).forEach(ClassPath::requireArchive);
    return List.copyOf(entries);
  }

  private static void requireArchive(Path file) {
    try (ZipFile archive = new ZipFile(file.toFile())) {
      archive.size();
    } catch (IOException e) {
      throw new InputException(
          "class path entry " + file + " is not a readable jar (" + e.getMessage()
              + "); replace it or leave it out",
          e);
    }
  }

  private static Path folderOf(String wildcard) {
    String folder = wildcard.substring(0, wildcard.length() - 1);
    return Path.of(folder.isEmpty() ? "." : folder);
  }

  private static List<Path> jars(Path folder) {
    try (DirectoryStream<Path> jars = Files.newDirectoryStream(folder, "*.{jar,JAR}")) {
      List<Path> found = new ArrayList<>();
      jars.forEach(found::add);
      return found.stream().sorted().toList();
    } catch (IOException e) {
      throw new InputException(
          "cannot read class path folder " + folder + ": " + e.getMessage(), e);
    }
  }
}
