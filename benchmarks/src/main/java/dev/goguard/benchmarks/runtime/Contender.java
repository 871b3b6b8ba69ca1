package dev.goguard.benchmarks.runtime;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The columns of the table. */
enum Contender {
  STOCK("GoGuard stock", "GoGuardPeer", EnumSet.noneOf(Shape.class)),
  GMP("GoGuard gmp", "GoGuardPeer", EnumSet.noneOf(Shape.class)),
  GO("Go", null, EnumSet.noneOf(Shape.class)),
  KOTLIN("Kotlin", "KotlinPrograms", EnumSet.noneOf(Shape.class)),
  /**
   * Jox's own way to start a fork needs preview features, so its channels run on virtual threads.
   */
  JOX(
      "Jox",
      "JoxPeer",
      EnumSet.of(Shape.SPAWN, Shape.SPAWN_JOIN, Shape.MUTEX, Shape.FAN_OUT, Shape.YIELD)),
  JDK("JDK", "JdkPeer", EnumSet.of(Shape.SELECT));

  /** The same heap for all, and the collector that servers run by default. */
  static final List<String> FLAGS = List.of("-Xms2g", "-Xmx2g", "-XX:+UseG1GC");

  private static final List<String> GMP_FLAGS =
      List.of("-Dgoguard.scheduler=gmp", "--add-opens", "java.base/java.lang=ALL-UNNAMED");

  private final String title;
  private final String implementation; // by name: a JVM is to load one peer only
  private final Set<Shape> lacking;

  Contender(String title, String implementation, Set<Shape> lacking) {
    this.title = title;
    this.implementation = implementation;
    this.lacking = lacking;
  }

  String title() {
    return title;
  }

  boolean offers(Shape shape) {
    return !lacking.contains(shape);
  }

  List<String> flags() {
    return this == GMP ? GMP_FLAGS : List.of();
  }

  Programs programs() {
    try {
      var made = Class.forName(getClass().getPackageName() + "." + implementation)
          .getDeclaredConstructor()
          .newInstance();
      return made instanceof Peer ? new PeerPrograms((Peer) made) : (Programs) made;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
