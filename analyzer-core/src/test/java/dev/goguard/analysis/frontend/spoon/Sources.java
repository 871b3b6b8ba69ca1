package dev.goguard.analysis.frontend.spoon;

import dev.goguard.analysis.FrontEnd.Lowered;
import dev.goguard.analysis.SourceSet;
import dev.goguard.analysis.SourceSet.SourceUnit;
import dev.goguard.analysis.ir.Method;
import dev.goguard.analysis.ir.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Source files of a test, and what the front end makes of them. */
final class Sources {
  private static final int RELEASE = 25;

  private final Path folder;
  private final List<SourceUnit> units = new ArrayList<>();

  Sources(Path folder) {
    this.folder = folder;
  }

  Sources add(String name, String text) {
    return add(name, text.getBytes(StandardCharsets.UTF_8));
  }

  Sources add(String name, byte[] content) {
    Path path = folder.resolve(name);
    try {
      Files.createDirectories(path.getParent());
      Files.write(path, content);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return add(path, name);
  }

  Sources add(Path path, String shownAs) {
    units.add(new SourceUnit(path, shownAs));
    return this;
  }

  Lowered lower() {
    return lower(new SpoonFrontEnd());
  }

  Lowered lower(SpoonFrontEnd frontEnd) {
    return lower(frontEnd, RELEASE);
  }

  Lowered lower(SpoonFrontEnd frontEnd, int release) {
    Path jdk = Path.of(System.getProperty("java.home"));
    return frontEnd.lower(
        new SourceSet(List.copyOf(units), List.of(), release, jdk, StandardCharsets.UTF_8));
  }

  static Method method(SourceFile file, String name) {
    return file.types().stream()
        .flatMap(type -> type.methods().stream())
        .filter(method -> method.ref().name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
