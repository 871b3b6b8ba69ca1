package dev.goguard.agent.jdk;

import java.util.Arrays;
import java.util.List;
import org.objectweb.asm.Type;

/**
 * Methods by name and the simple names of their parameters' types, as in {@code await(long,
 * TimeUnit)}; {@code (*)} stands for any parameters and a name that ends with {@code *} for any
 * name that begins so.
 *
 * @param name the method's name
 * @param parameters simple names of types, or null for any
 */
record MethodPattern(String name, List<String> parameters) {

  static MethodPattern parse(String text) {
    int open = text.indexOf('(');
    if (open <= 0 || !text.endsWith(")")) {
      throw new IllegalArgumentException("'" + text + "' is no method(parameters)");
    }
    String inside = text.substring(open + 1, text.length() - 1);
    return new MethodPattern(text.substring(0, open), split(inside));
  }

  private static List<String> split(String parameters) {
    if (parameters.equals("*")) {
      return null;
    }
    return parameters.isEmpty() ? List.of() : Arrays.asList(parameters.split(",", -1));
  }

  boolean matches(String method, String descriptor) {
    return hasName(method) && (parameters == null || parameters.equals(simpleNames(descriptor)));
  }

  private boolean hasName(String method) {
    return name.endsWith("*")
        ? method.startsWith(name.substring(0, name.length() - 1))
        : name.equals(method);
  }

  private static List<String> simpleNames(String descriptor) {
    return Arrays.stream(Type.getArgumentTypes(descriptor))
        .map(MethodPattern::simpleName)
        .toList();
  }

  private static String simpleName(Type type) {
    String name = type.getClassName();
    return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
  }
}
