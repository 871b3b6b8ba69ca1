package corpus.race;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Set;

/** One program of the corpus: a static method without parameters. */
public record Program(Method method) {
  static boolean isProgram(Method method) {
    return Modifier.isStatic(method.getModifiers())
        && method.getParameterCount() == 0
        && method.getName().matches("(race|noRace)([A-Z0-9].*)?");
  }

  /** The class and the method, as {@code corpus.race.go.Channels.raceChanSem}. */
  public String name() {
    return method.getDeclaringClass().getName() + "." + method.getName();
  }

  /** Whether the program has no race. */
  boolean isSilent() {
    return method.getName().startsWith("noRace");
  }

  /** Whether the word is the class or the method, with or without what stands before. */
  boolean isNamed(String word) {
    Class<?> type = method.getDeclaringClass();
    String ofClass = type.getSimpleName() + "." + method.getName();
    return Set.of(type.getName(), type.getSimpleName(), name(), ofClass, method.getName())
        .contains(word);
  }

  void run() throws Throwable {
    method.setAccessible(true);
    try {
      method.invoke(null);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
