package dev.goguard.cli;

import dev.goguard.analysis.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The agent that this jar carries, unpacked for as long as a program runs.
 *
 * @param path the file
 */
record AgentJar(Path path) implements AutoCloseable {
  private static final String NAME = "goguard-agent.jar";

  static AgentJar unpack() throws IOException {
    Path folder = Files.createTempDirectory("goguard-run");
    Path file = folder.resolve(NAME);
    folder.toFile().deleteOnExit();
    file.toFile().deleteOnExit();
    try (InputStream in = AgentJar.class.getClassLoader().getResourceAsStream(NAME)) {
      if (in == null) {
        throw new InputException(
            "this goguard.jar was built without " + NAME + "; run 'mvn package'");
      }
      Files.copy(in, file);
    }
    return new AgentJar(file);
  }

  /** Removes it; what a running JVM keeps open on some systems goes when this JVM ends. */
  @Override
  public void close() throws IOException {
    Files.deleteIfExists(path);
    Files.deleteIfExists(path.getParent());
  }
}
