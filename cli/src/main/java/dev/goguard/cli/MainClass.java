package dev.goguard.cli;

import dev.goguard.analysis.InputException;
import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** Looks for the class with main before a JVM is started for it. */
final class MainClass {
  private MainClass() {}

  /** Complains of entries that are not there, which java would skip, and of a class in none. */
  static void require(String name, String classPath) {
    List<URL> entries = new ArrayList<>();
    for (String entry : classPath.split(File.pathSeparator)) {
      entries.addAll(urls(entry));
    }
    try (URLClassLoader loader = new URLClassLoader(entries.toArray(new URL[0]), null)) {
      if (loader.findResource(name.replace('.', '/') + ".class") == null) {
        throw new InputException("there is no class " + name + " on the class path " + classPath
            + "; pass -cp, and the class by its full name");
      }
    } catch (IOException e) {
      throw new InputException("cannot read the class path " + classPath + ": " + e, e);
    }
  }

  private static List<URL> urls(String entry) {
    boolean all = entry.equals("*") || entry.endsWith(File.separator + "*");
    Path path = Path.of(all ? entry.substring(0, entry.length() - 1) : entry);
    if (!Files.exists(path)) {
      throw new InputException("the class path names " + entry + ", which does not exist");
    }
    return all ? jars(path) : List.of(url(path));
  }

  private static List<URL> jars(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().toLowerCase(Locale.ROOT).endsWith(".jar"))
          .map(MainClass::url)
          .toList();
    } catch (IOException e) {
      throw new InputException("cannot read the folder " + folder + ": " + e.getMessage(), e);
    }
  }

  private static URL url(Path path) {
    try {
      return path.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new InputException("the class path names " + path + ", which is no file", e);
    }
  }

  /** Complains of a jar that cannot be started. */
  static void requireIn(Path jar) {
    if (!Files.isRegularFile(jar)) {
      throw new InputException("there is no jar " + jar);
    }
    try (JarFile file = new JarFile(jar.toFile())) {
      if (file.getManifest() == null
          || file.getManifest().getMainAttributes().getValue("Main-Class") == null) {
        throw new InputException(
            "the manifest of " + jar + " names no Main-Class; name one after -cp " + jar);
      }
    } catch (IOException e) {
      throw new InputException("cannot read the jar " + jar + ": " + e.getMessage(), e);
    }
  }
}
