package dev.goguard.cli;

import java.nio.file.Path;
import java.util.Map;

/**
 * Where the command runs.
 *
 * @param terminal whether a person watches
 * @param environment variables such as {@code NO_COLOR}
 * @param directory the folder that shown paths are relative to
 */
record Console(boolean terminal, Map<String, String> environment, Path directory) {
  static Console system() {
    return new Console(isTerminal(), System.getenv(), Path.of("").toAbsolutePath());
  }

  /**
   * Since JDK 22 there can be a console without a terminal; only those JDKs have the method to ask.
   */
  private static boolean isTerminal() {
    java.io.Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return (boolean) java.io.Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }

  /** Whether colours and progress are welcome. */
  boolean decorated() {
    return terminal && !isSet("NO_COLOR") && !isSet("CI");
  }

  boolean isSet(String variable) {
    return !environment.getOrDefault(variable, "").isEmpty();
  }
}
