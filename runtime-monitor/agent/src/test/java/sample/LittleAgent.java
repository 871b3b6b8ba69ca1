package sample;

import java.io.InputStream;
import java.lang.instrument.ClassDefinition;
import java.lang.instrument.Instrumentation;

/** An agent beside ours: loads classes before it, and redefines them as a debugger does. */
public final class LittleAgent {
  private static Instrumentation instrumentation;

  private LittleAgent() {}

  /** Loads the class that the options name, or sets the system property. */
  public static void premain(String options, Instrumentation given) throws Exception {
    instrumentation = given;
    int value = options == null ? -1 : options.indexOf('=');
    if (value > 0) {
      System.setProperty(options.substring(0, value), options.substring(value + 1));
    } else if (options != null) {
      Class.forName(options);
    }
  }

  /** Replaces a class by itself, as it lies on the class path. */
  static void redefine(Class<?> type) throws Exception {
    String file = '/' + type.getName().replace('.', '/') + ".class";
    try (InputStream bytes = type.getResourceAsStream(file)) {
      instrumentation.redefineClasses(new ClassDefinition(type, bytes.readAllBytes()));
    }
  }

  static void retransform(Class<?> type) throws Exception {
    instrumentation.retransformClasses(type);
  }
}
