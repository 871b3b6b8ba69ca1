package dev.goguard.analysis;

/**
 * A finding that the source suppresses.
 *
 * @param reason why, in the author's words; empty when none was given
 * @param suppressedAt the annotation or comment
 */
public record Suppressed(Finding finding, String reason, Location suppressedAt) {}
