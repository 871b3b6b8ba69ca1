package sample;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** Loads and verifies every class of the jars it is given, and says of which it could not. */
public final class LoadAll {
  private LoadAll() {}

  public static void main(String[] jars) throws IOException {
    int loaded = 0;
    for (String jar : jars) {
      try (JarFile file = new JarFile(jar)) {
        for (String name : classes(file)) {
          loaded += verify(name) ? 1 : 0;
        }
      }
    }
    System.out.println("verified " + loaded);
  }

  private static List<String> classes(JarFile jar) {
    return Collections.list(jar.entries()).stream()
        .map(JarEntry::getName)
        .filter(name -> name.endsWith(".class"))
        .filter(name -> !name.startsWith("META-INF") && !name.contains("module-info"))
        .map(name -> name.substring(0, name.length() - 6).replace('/', '.'))
        .toList();
  }

  /** Asking for methods links a class, which verifies it, without initialising it. */
  private static boolean verify(String name) {
    try {
      return Class.forName(name, false, LoadAll.class.getClassLoader()).getDeclaredMethods()
          != null;
    } catch (NoClassDefFoundError | ClassNotFoundException e) {
      return false; // an optional dependency is not here
    } catch (LinkageError e) {
      System.out.println("broken " + name + ": " + e);
      return false;
    }
  }
}
