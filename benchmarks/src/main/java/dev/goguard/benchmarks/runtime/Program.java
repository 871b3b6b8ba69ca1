package dev.goguard.benchmarks.runtime;

/** A load, ready to run. */
@FunctionalInterface
public interface Program {

  /** Runs it once and returns {@link Load#expected()}, unless something is wrong. */
  long run();
}
