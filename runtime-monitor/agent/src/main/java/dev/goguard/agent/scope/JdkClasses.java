package dev.goguard.agent.scope;

import java.util.Set;
import java.util.stream.Collectors;

/** The packages of the JDK, whichever class loader has them. */
final class JdkClasses {
  private static final Set<String> PACKAGES = ModuleLayer.boot().modules().stream()
      .filter(module -> isOfJdk(module.getName()))
      .flatMap(module -> module.getPackages().stream())
      .map(name -> name.replace('.', '/'))
      .collect(Collectors.toUnmodifiableSet());

  private JdkClasses() {}

  /** Whether a class, given with slashes, belongs to the JDK; so does what it generates. */
  static boolean contains(String className) {
    int slash = className.lastIndexOf('/');
    return className.startsWith("java/")
        || className.startsWith("jdk/")
        || className.startsWith("sun/")
        || className.startsWith("com/sun/proxy/")
        || slash > 0 && PACKAGES.contains(className.substring(0, slash));
  }

  private static boolean isOfJdk(String module) {
    return module.startsWith("java.") || module.startsWith("jdk.");
  }
}
