package dev.goguard.agent;

import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarFile;

/** Gives the bootstrap class loader the classes that instrumented code calls. */
final class Bootstrap {
  private static final String JAR = "/goguard-race-bootstrap.jar";
  private static final String ENTRY = "dev.goguard.race.bootstrap.Threads";

  private Bootstrap() {}

  static void install(Instrumentation instrumentation) throws IOException, ClassNotFoundException {
    instrumentation.appendToBootstrapClassLoaderSearch(new JarFile(unpack().toFile()));
    Module ours = Class.forName(ENTRY, false, null).getModule();
    Map<String, Set<Module>> exports = Map.of("jdk.internal.misc", Set.of(ours));
    instrumentation.redefineModule(
        Object.class.getModule(), Set.of(ours), exports, Map.of(), Set.of(), Map.of());
  }

  private static Path unpack() throws IOException {
    Path file = Files.createTempFile("goguard-race-bootstrap", ".jar");
    file.toFile().deleteOnExit();
    try (InputStream jar = Bootstrap.class.getResourceAsStream(JAR)) {
      Files.copy(jar, file, StandardCopyOption.REPLACE_EXISTING);
    }
    return file;
  }
}
