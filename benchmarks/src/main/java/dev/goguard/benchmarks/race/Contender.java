package dev.goguard.benchmarks.race;

/** Who runs a program; each detector comes right after what it is compared with. */
enum Contender {
  JAVA("JVM"),
  JAVA_RACE("JVM with the agent"),
  GO("Go"),
  GO_RACE("Go with -race");

  private final String title;

  Contender(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  boolean isGo() {
    return this == GO || this == GO_RACE;
  }
}
