package dev.goguard.agent.jdk;

import java.util.List;

/**
 * One line of the contract file: at these places of these methods, call this hook.
 *
 * @param line where the contract stands, for messages
 * @param type the internal name of a class
 * @param method the methods
 * @param place where in them
 * @param hook what to call
 * @param arguments what to call it with, after what the place gives
 * @param first the first JDK that has the method
 * @param last the last JDK that has it
 */
record Contract(
    int line,
    String type,
    MethodPattern method,
    Place place,
    Hook hook,
    List<Argument> arguments,
    int first,
    int last) {

  Contract {
    int given = given(place.kind()) + arguments.size();
    if (hook.parameters() != given) {
      throw new IllegalArgumentException(
          hook.name() + " takes " + hook.parameters() + " arguments, not " + given);
    }
  }

  private static int given(Place.Kind kind) {
    return switch (kind) {
      case EXIT_WHEN_TRUE,
          EXIT_WHEN_FOUND,
          EXIT_WHEN_ZERO,
          EXIT_WHEN_NONZERO,
          EXIT_WHEN_NEGATIVE,
          FIRST,
          KEEP -> 1;
      case READS -> 2;
      default -> 0;
    };
  }

  /** Whether the JDK of this version is known to have the method. */
  boolean isExpectedIn(int jdk) {
    return first <= jdk && jdk <= last;
  }

  @Override
  public String toString() {
    return "contracts:" + line + ": " + type.replace('/', '.') + '.' + method.name();
  }
}
