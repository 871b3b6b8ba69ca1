package dev.goguard.agent;

import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.Method;
import java.security.ProtectionDomain;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.objectweb.asm.ClassReader;

/**
 * Gives the bootstrap class loader the classes that instrumented code calls.
 *
 * <p>They are defined one by one and not put on its path: a longer path would make the JVM give up
 * its archive of loaded classes, which every start pays for, and say so on the program's output.
 */
final class Bootstrap {
  private static final String JAR = "/goguard-race-bootstrap.jar";
  private static final String INTERNALS = "jdk.internal.misc";

  private final Map<String, byte[]> files;
  private final Object unsafe;
  private final Method define;
  private Class<?> last;

  private Bootstrap(Map<String, byte[]> files) throws ReflectiveOperationException {
    Class<?> type = Class.forName(INTERNALS + ".Unsafe");
    this.files = files;
    this.unsafe = type.getMethod("getUnsafe").invoke(null);
    this.define = type.getMethod(
        "defineClass",
        String.class,
        byte[].class,
        int.class,
        int.class,
        ClassLoader.class,
        ProtectionDomain.class);
  }

  static void install(Instrumentation instrumentation)
      throws IOException, ReflectiveOperationException {
    export(instrumentation, Bootstrap.class.getModule());
    Bootstrap bootstrap = new Bootstrap(read());
    for (String name : Set.copyOf(bootstrap.files.keySet())) {
      bootstrap.define(name);
    }
    export(instrumentation, bootstrap.last.getModule());
  }

  private static void export(Instrumentation instrumentation, Module to) {
    instrumentation.redefineModule(
        Object.class.getModule(),
        Set.of(),
        Map.of(INTERNALS, Set.of(to)),
        Map.of(),
        Set.of(),
        Map.of());
  }

  private static Map<String, byte[]> read() throws IOException {
    Map<String, byte[]> files = new HashMap<>();
    try (InputStream jar = Bootstrap.class.getResourceAsStream(JAR);
        ZipInputStream entries = new ZipInputStream(jar)) {
      for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
        String name = entry.getName();
        if (name.endsWith(".class") && !name.endsWith("module-info.class")) {
          files.put(name.substring(0, name.length() - ".class".length()), entries.readAllBytes());
        }
      }
    }
    return files;
  }

  /** Supertypes first: the class loader would look for those itself, and not find them. */
  private void define(String name) throws ReflectiveOperationException {
    byte[] file = files.remove(name);
    if (file != null) {
      ClassReader reader = new ClassReader(file);
      define(reader.getSuperName());
      for (String superinterface : reader.getInterfaces()) {
        define(superinterface);
      }
      last = (Class<?>) define.invoke(unsafe, name, file, 0, file.length, null, null);
    }
  }
}
