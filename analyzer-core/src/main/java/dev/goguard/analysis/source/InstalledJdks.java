package dev.goguard.analysis.source;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The JDKs in the places where systems and tools install them. */
public final class InstalledJdks {
  private final Map<String, String> environment;
  private final Path userHome;

  public InstalledJdks(Map<String, String> environment, Path userHome) {
    this.environment = environment;
    this.userHome = userHome;
  }

  /** The running JDK when it knows {@code release}, else the oldest installed one that does. */
  public Optional<Jdk> forRelease(int release) {
    Jdk running = Jdk.running();
    if (running.feature() >= release) {
      return Optional.of(running);
    }
    return all().filter(jdk -> jdk.feature() >= release).min(Comparator.comparingInt(Jdk::feature));
  }

  private Stream<Jdk> all() {
    Stream<Path> named = environment.entrySet().stream()
        .filter(variable ->
            variable.getKey().startsWith("JAVA") && variable.getKey().contains("HOME"))
        .map(variable -> Path.of(variable.getValue()));
    Stream<Path> usual = Stream.of(
            Path.of("/usr/lib/jvm"),
            Path.of("/Library/Java/JavaVirtualMachines"),
            Path.of("C:/Program Files/Java"),
            Path.of("C:/Program Files/Eclipse Adoptium"),
            userHome.resolve(".jdks"),
            userHome.resolve(".sdkman/candidates/java"))
        .flatMap(InstalledJdks::children)
        .flatMap(home -> Stream.of(home, home.resolve("Contents/Home")));
    return Stream.concat(named, usual).map(Jdk::find).flatMap(Optional::stream);
  }

  private static Stream<Path> children(Path folder) {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, Files::isDirectory)) {
      List<Path> children = new ArrayList<>();
      entries.forEach(children::add);
      return children.stream().sorted();
    } catch (IOException e) {
      return Stream.empty();
    }
  }
}
