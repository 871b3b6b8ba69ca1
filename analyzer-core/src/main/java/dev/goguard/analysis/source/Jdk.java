package dev.goguard.analysis.source;

import dev.goguard.analysis.InputException;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * An installed JDK whose API the analysed source uses.
 *
 * @param feature its version, such as 21
 */
public record Jdk(Path home, int feature) {
  private static final int LOWEST_RELEASE = 8;

  /** The newest release whose syntax the front end reads. */
  public static final int HIGHEST_RELEASE = 25;

  /** The JDK that runs this program. */
  public static Jdk running() {
    return new Jdk(Path.of(System.getProperty("java.home")), Runtime.version().feature());
  }

  /** The JDK in folder {@code home}. */
  public static Jdk at(Path home) {
    return find(home)
        .orElseThrow(() -> new InputException(
            home + " is not a JDK of version 9 or newer; name the folder that has lib/modules"));
  }

  /** The JDK in folder {@code home}, if there is one of version 9 or newer. */
  public static Optional<Jdk> find(Path home) {
    Path release = home.resolve("release");
    if (!Files.isRegularFile(home.resolve("lib").resolve("modules"))
        || !Files.isRegularFile(release)) {
      return Optional.empty();
    }
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(release)) {
      properties.load(reader);
      String version = properties.getProperty("JAVA_VERSION", "").replace("\"", "");
      return Optional.of(new Jdk(home, Runtime.Version.parse(version).feature()));
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The newest release that can be analysed with this JDK. */
  public int highestRelease() {
    return Math.min(feature, HIGHEST_RELEASE);
  }

  /** Complains of a release that cannot be analysed with this JDK. */
  public void requireRelease(int release) {
    if (release < LOWEST_RELEASE || release > HIGHEST_RELEASE) {
      throw new InputException("release " + release + " is not supported; use " + LOWEST_RELEASE
          + " to " + HIGHEST_RELEASE);
    }
    if (release > feature) {
      throw new InputException("release " + release + " needs a newer JDK than " + home + " ("
          + feature + "); name one with --jdk");
    }
  }
}
