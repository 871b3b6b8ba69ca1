package dev.goguard.analysis.model;

import dev.goguard.analysis.InputException;
import dev.goguard.analysis.ir.MethodRef;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What library calls mean. A type inherits the models of its supertypes; the nearest wins, and
 * there the most exact signature.
 *
 * <p>Immutable after creation; safe for use by several threads.
 */
public final class ApiModels {
  private static final Pattern METHOD = Pattern.compile("[\\w$]+(/\\d+|\\([^\\s()]*\\))?");

  private final Map<String, Map<String, List<Effect>>> types = new HashMap<>();
  private final Set<String> taskTypes = new HashSet<>();
  private final Set<String> threadSafe = new HashSet<>();
  private final Set<String> handlers = new HashSet<>();

  private ApiModels() {}

  /** The models that GoGuard carries. */
  public static ApiModels builtIn() {
    return with(List.of());
  }

  /**
   * The models that GoGuard carries and the user's; the user's win.
   *
   * @throws InputException when a file cannot be read or an entry is wrong
   */
  public static ApiModels with(List<Path> userFiles) {
    var models = new ApiModels();
    models.add(ModelFile.builtIn(), "built-in models");
    for (Path file : userFiles) {
      models.add(ModelFile.read(file), file.toString());
    }
    return models;
  }

  private void add(ModelFile file, String name) {
    file.types().forEach((type, methods) -> addType(type, methods, name));
    taskTypes.addAll(file.taskTypes());
    threadSafe.addAll(file.threadSafe());
    handlers.addAll(file.handlers());
  }

  private void addType(String type, @Nullable Map<String, List<String>> methods, String file) {
    if (methods == null) {
      throw new InputException(file + ": " + type + " has no methods");
    }
    var parsed = types.computeIfAbsent(type, t -> new HashMap<>());
    methods.forEach(
        (method, effects) -> parsed.put(method, parse(method, effects, file, type + "." + method)));
  }

  private static List<Effect> parse(
      String method, @Nullable List<String> effects, String file, String entry) {
    if (!METHOD.matcher(method).matches()) {
      throw new InputException(
          file + ": " + entry + ": write name, name/2 or name(full.type.Name,int) without spaces");
    } else if (effects == null || effects.contains(null)) {
      throw new InputException(file + ": " + entry + ": an effect is missing; or write 'none'");
    }
    try {
      return effects.stream().filter(e -> !e.equals("none")).map(Effect::parse).toList();
    } catch (IllegalArgumentException e) {
      throw new InputException(file + ": " + entry + ": " + e.getMessage(), e);
    }
  }

  /**
   * The effects of a method.
   *
   * @param supertypes from a type to itself and all its supertypes, nearest first
   */
  public List<Effect> effects(MethodRef method, Function<String, List<String>> supertypes) {
    String name = method.isConstructor() ? "new" : method.name();
    for (String type : supertypes.apply(method.owner())) {
      var methods = types.get(type);
      var effects = methods == null ? null : lookUp(methods, method, name);
      if (effects != null) {
        return effects;
      }
    }
    return List.of();
  }

  private static List<Effect> lookUp(
      Map<String, List<Effect>> methods, MethodRef method, String name) {
    var exact = methods.get(name + "(" + String.join(",", method.parameterTypes()) + ")");
    if (exact != null) {
      return exact;
    }
    var byArity = methods.get(name + "/" + method.parameterTypes().size());
    return byArity != null ? byArity : methods.get(name);
  }

  /** Whether a value of this functional interface is a task's body. */
  public boolean isTaskType(String type) {
    return taskTypes.contains(type);
  }

  /** Whether a value of this type is code to run: a task's body, or a function of the JDK. */
  public boolean isCallback(String type) {
    return isTaskType(type) || type.startsWith("java.util.function.");
  }

  /** Whether one of these types says that its methods may be called by several tasks at once. */
  public boolean isThreadSafe(List<String> typeAndSupertypes) {
    return typeAndSupertypes.stream().anyMatch(threadSafe::contains);
  }

  /** Whether the result of this method may be used by several tasks at once, whatever its type. */
  public boolean makesThreadSafe(MethodRef method) {
    return threadSafe.contains(method.owner() + "#" + method.name());
  }

  /**
   * Whether a server calls this method once per request; {@code key} is {@code Type#name} or
   * {@code @Type}.
   */
  public boolean isHandler(String key) {
    return handlers.contains(key);
  }

  /** The method of a type that a server calls once per request. */
  public Optional<String> handlerMethod(String type) {
    String start = type + "#";
    return handlers.stream()
        .filter(key -> key.startsWith(start))
        .map(key -> key.substring(start.length()))
        .findFirst();
  }
}
