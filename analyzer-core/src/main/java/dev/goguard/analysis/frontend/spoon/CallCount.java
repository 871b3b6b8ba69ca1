package dev.goguard.analysis.frontend.spoon;

/** How many calls were lowered, and how many of them have an unknown target. */
final class CallCount {
  private long calls;
  private long unresolved;

  void count(boolean resolved) {
    calls++;
    if (!resolved) {
      unresolved++;
    }
  }

  void add(CallCount other) {
    calls += other.calls;
    unresolved += other.unresolved;
  }

  long calls() {
    return calls;
  }

  long unresolved() {
    return unresolved;
  }
}
