package dev.goguard.runtime.interleavings;

import dev.goguard.explore.Explorer;
import dev.goguard.explore.Woven;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The runtime, as it is or with a bug in it, under the explorer. */
final class Explored implements AutoCloseable {
  private static final Path SOURCES = Path.of("..", "runtime", "src", "main", "java");
  private static final Path CLASSES = Path.of("..", "runtime", "target", "classes");
  private static final Path TESTS = Path.of("target", "test-classes");
  private static final String ROOT = "dev.goguard.runtime";

  private final Woven classes;

  private Explored(List<URL> places) {
    classes = new Woven(ROOT, places);
  }

  /** The runtime as it is. */
  static Explored runtime() throws IOException {
    return new Explored(List.of(url(TESTS), url(CLASSES)));
  }

  /** The runtime with the mutant's file changed and compiled anew. */
  static Explored mutated(Mutant mutant, Path folder) throws IOException {
    Path original = SOURCES.resolve("dev/goguard/runtime").resolve(mutant.file());
    Path copy = folder.resolve(original.getFileName());
    Files.writeString(copy, mutant.plantedIn(Files.readString(original)));
    Path classes = Files.createDirectory(folder.resolve("classes"));
    compile(copy, classes);
    return new Explored(List.of(url(classes), url(TESTS), url(CLASSES)));
  }

  private static URL url(Path folder) throws IOException {
    return folder.toAbsolutePath().toUri().toURL();
  }

  private static void compile(Path source, Path into) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<String> options =
        List.of("-d", into.toString(), "-cp", CLASSES.toString(), "-proc:none", "-g");
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      boolean compiled = compiler
          .getTask(null, files, null, options, null, files.getJavaFileObjects(source))
          .call();
      if (!compiled) {
        throw new IllegalStateException("the mutant does not compile");
      }
    }
  }

  /** Explores the program of that name, linked with this runtime. */
  Explorer.Result explore(Enum<?> program, int capacity, Explorer explorer) throws Exception {
    return explorer.explore(linked(program, capacity));
  }

  private Runnable linked(Enum<?> program, int capacity) throws ReflectiveOperationException {
    Class<?> type = classes.loadClass(program.getDeclaringClass().getName());
    Constructor<?> bound = classes
        .loadClass(Bound.class.getName())
        .getDeclaredConstructor(classes.loadClass(Program.class.getName()), int.class);
    bound.setAccessible(true);
    return (Runnable) bound.newInstance(type.getEnumConstants()[program.ordinal()], capacity);
  }

  /** A program with its capacity; only the JDK's Runnable is common to both worlds. */
  record Bound(Program program, int capacity) implements Runnable {
    @Override
    public void run() {
      program.run(capacity);
    }
  }

  @Override
  public void close() throws IOException {
    classes.close();
  }
}
