package dev.goguard.agent;

/** Makes JUnit 5 and 6 look for extensions, so that it finds ours without help of the project. */
final class JUnitProperties {
  private static final String ENABLED = "junit.jupiter.extensions.autodetection.enabled";
  private static final String INCLUDE = "junit.jupiter.extensions.autodetection.include";

  private JUnitProperties() {}

  /** Leaves alone what is set; other extensions are not switched on along with ours. */
  static void set() {
    if (System.getProperty(ENABLED) == null) {
      System.setProperty(ENABLED, "true");
      if (System.getProperty(INCLUDE) == null) {
        System.setProperty(INCLUDE, "dev.goguard.*");
      }
    }
  }
}
