package dev.goguard.agent.jdk;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.Map;
import org.objectweb.asm.Type;

/**
 * A static method in the bootstrap class loader that contracts call.
 *
 * @param owner the internal name of its class
 * @param name its name
 * @param descriptor its descriptor
 */
record Hook(String owner, String name, String descriptor) {
  private static final String PACKAGE = "dev.goguard.race.bootstrap.";
  private static final Map<String, Hook> KNOWN = new HashMap<>();

  /** The only public static method of this name; without a class, of {@code Handovers}. */
  static synchronized Hook named(String text) {
    Hook known = KNOWN.get(text);
    if (known == null) {
      KNOWN.put(text, known = find(text));
    }
    return known;
  }

  private static Hook find(String text) {
    int dot = text.indexOf('.');
    String type = PACKAGE + (dot < 0 ? "Handovers" : text.substring(0, dot));
    try {
      for (Method method :
          Class.forName(type, false, Hook.class.getClassLoader()).getMethods()) {
        if (method.getName().equals(text.substring(dot + 1))
            && Modifier.isStatic(method.getModifiers())) {
          return new Hook(
              type.replace('.', '/'), method.getName(), Type.getMethodDescriptor(method));
        }
      }
    } catch (ClassNotFoundException e) {
      throw new IllegalArgumentException("there is no class of hooks for '" + text + "'", e);
    }
    throw new IllegalArgumentException("there is no hook '" + text + "'");
  }

  int parameters() {
    return Type.getArgumentTypes(descriptor).length;
  }
}
