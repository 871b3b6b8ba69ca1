package dev.goguard.agent;

import dev.goguard.agent.scope.ClassPattern;
import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the agent's options; what it does not understand it refuses, by name. */
final class OptionParser {
  private static final List<String> KEYS = List.of(
      "include",
      "exclude",
      "halt_on_error",
      "exitcode",
      "log_path",
      "suppressions",
      "sarif",
      "html",
      "sources",
      "summary");

  private final Map<String, String> values = new LinkedHashMap<>();

  private OptionParser() {}

  static AgentOptions parse(String arguments) throws OptionException {
    OptionParser parser = new OptionParser();
    parser.split(arguments == null ? "" : arguments);
    return parser.options();
  }

  private void split(String arguments) throws OptionException {
    boolean race = false;
    for (String option : arguments.split(",")) {
      if (option.isEmpty()) {
        continue;
      }
      if (option.equals("race")) {
        race = true;
      } else {
        put(option);
      }
    }
    if (!race) {
      throw new OptionException("race", "is missing; write -javaagent:goguard-agent.jar=race");
    }
  }

  private void put(String option) throws OptionException {
    int equals = option.indexOf('=');
    String key = equals < 0 ? option : option.substring(0, equals);
    if (!KEYS.contains(key)) {
      throw new OptionException(key, "is unknown; known are race, " + String.join(", ", KEYS));
    }
    if (equals < 0 || equals == option.length() - 1) {
      throw new OptionException(key, "has no value; write " + key + "=…");
    }
    if (values.put(key, option.substring(equals + 1)) != null) {
      throw new OptionException(key, "is given twice");
    }
  }

  private AgentOptions options() throws OptionException {
    return new AgentOptions(
        patterns("include"),
        patterns("exclude"),
        flag("halt_on_error"),
        exitCode(),
        path("log_path"),
        path("suppressions"),
        path("sarif"),
        path("html"),
        paths("sources"),
        flag("summary"));
  }

  private List<ClassPattern> patterns(String key) throws OptionException {
    List<ClassPattern> patterns = new ArrayList<>();
    if (values.containsKey(key)) {
      for (String pattern : values.get(key).split(":", -1)) {
        patterns.add(pattern(key, pattern));
      }
    }
    return List.copyOf(patterns);
  }

  private static ClassPattern pattern(String key, String text) throws OptionException {
    try {
      return ClassPattern.parse(text);
    } catch (IllegalArgumentException e) {
      throw new OptionException(key, e.getMessage());
    }
  }

  private boolean flag(String key) throws OptionException {
    String value = values.getOrDefault(key, "0");
    return switch (value) {
      case "1", "true" -> true;
      case "0", "false" -> false;
      default -> throw new OptionException(key, "must be 0 or 1, not \"" + value + '"');
    };
  }

  private int exitCode() throws OptionException {
    String value = values.getOrDefault("exitcode", Integer.toString(AgentOptions.EXIT_CODE));
    if (!value.matches("\\d{1,3}") || Integer.parseInt(value) > 255) {
      throw new OptionException("exitcode", "must be from 0 to 255, not \"" + value + '"');
    }
    return Integer.parseInt(value);
  }

  private List<Path> paths(String key) throws OptionException {
    List<Path> paths = new ArrayList<>();
    if (values.containsKey(key)) {
      for (String path : values.get(key).split(File.pathSeparator, -1)) {
        paths.add(path(key, path));
      }
    }
    return List.copyOf(paths);
  }

  private Optional<Path> path(String key) throws OptionException {
    return values.containsKey(key) ? Optional.of(path(key, values.get(key))) : Optional.empty();
  }

  private static Path path(String key, String text) throws OptionException {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new OptionException(key, "is no file name: " + e.getMessage());
    }
  }
}
