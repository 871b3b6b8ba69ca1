package dev.goguard.benchmarks.race.workload;

/** A program without races that does the same work in every run. */
@FunctionalInterface
public interface Workload {

  /** Does the work, on threads that have ended when this returns, and sums up its result. */
  long run() throws Exception;
}
