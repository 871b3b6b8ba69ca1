package dev.goguard.agent.transform;

import java.util.List;

/**
 * What was done with the program's classes so far.
 *
 * @param checked how many have their accesses checked
 * @param synchronizationOnly how many only have followed what they do to synchronize
 * @param refused those that are not instrumented at all, and why
 * @param reduced methods that are instrumented less, and why
 * @param slow methods that HotSpot does not compile any more, being longer than 8000 bytes
 * @param early classes that were loaded before the agent
 */
public record TransformSummary(
    int checked,
    int synchronizationOnly,
    List<Exclusion> refused,
    List<Exclusion> reduced,
    List<String> slow,
    List<String> early) {

  /** A class or method that was not treated as the others, and the reason in words. */
  public record Exclusion(String name, String reason) {}
}
