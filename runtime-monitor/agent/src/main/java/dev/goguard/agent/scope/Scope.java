package dev.goguard.agent.scope;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Decides by its name what is done with a class; names are internal, with slashes.
 *
 * <p>By its name alone, so that whoever instruments a class that uses another knows, without asking
 * more, what is done with that one.
 */
public final class Scope {
  private static final String[] OURS = {
    "dev/goguard/race/", "dev/goguard/agent/", "dev/goguard/runtime/"
  };

  private final List<ClassPattern> include;
  private final List<ClassPattern> exclude;
  private final List<ClassPattern> infrastructure = Infrastructure.patterns(false);
  private final List<ClassPattern> exceptions = new ArrayList<>(Infrastructure.patterns(true));
  private final Map<String, Treatment> known = new ConcurrentHashMap<>();

  /** The default: application classes. */
  public Scope() {
    this(List.of(), List.of());
  }

  /**
   * A scope of the classes that match {@code include}, or of all when that is empty, less those
   * that match {@code exclude}. To include a class of the infrastructure it must be named.
   */
  public Scope(List<ClassPattern> include, List<ClassPattern> exclude) {
    this.include = List.copyOf(include);
    this.exclude = List.copyOf(exclude);
    this.exceptions.addAll(include);
  }

  /** What is done with a class of this name, unless something makes that impossible. */
  public Treatment of(String className) {
    Treatment treatment = known.get(className);
    if (treatment == null) {
      treatment = decide(className);
      known.put(className, treatment);
    }
    return treatment;
  }

  /** Whether accesses in this class, and to its fields, are checked. */
  public boolean checksAccesses(String className) {
    return of(className) == Treatment.ACCESSES;
  }

  /** Whether what this class does to synchronize is followed. */
  public boolean followsSynchronization(String className) {
    return of(className) != Treatment.NONE;
  }

  private Treatment decide(String className) {
    if (isOurs(className) || JdkClasses.contains(className)) {
      return Treatment.NONE;
    }
    String name = className.replace('/', '.');
    boolean included = include.isEmpty() || anyMatches(include, name);
    boolean excluded = anyMatches(exclude, name)
        || anyMatches(infrastructure, name) && !anyMatches(exceptions, name);
    return included && !excluded ? Treatment.ACCESSES : Treatment.SYNCHRONIZATION;
  }

  private static boolean isOurs(String name) {
    for (String prefix : OURS) {
      if (name.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }

  private static boolean anyMatches(List<ClassPattern> patterns, String name) {
    for (ClassPattern pattern : patterns) {
      if (pattern.matches(name)) {
        return true;
      }
    }
    return false;
  }
}
