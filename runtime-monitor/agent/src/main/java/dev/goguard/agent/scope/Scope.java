package dev.goguard.agent.scope;

/** Decides by its name what is done with a class; names are internal, with slashes. */
public final class Scope {
  private static final String[] JDK = {"java/", "javax/", "jdk/", "sun/", "com/sun/"};
  private static final String[] OURS = {
    "dev/goguard/race/", "dev/goguard/agent/", "dev/goguard/runtime/"
  };

  /** Whether accesses in this class, and to its fields, are checked. */
  public boolean checksAccesses(String className) {
    return followsSynchronization(className);
  }

  /** Whether what this class does to synchronize is followed. */
  public boolean followsSynchronization(String className) {
    return !startsWithAny(className, JDK) && !startsWithAny(className, OURS);
  }

  private static boolean startsWithAny(String name, String[] prefixes) {
    for (String prefix : prefixes) {
      if (name.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }
}
