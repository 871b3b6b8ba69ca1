package dev.goguard.analysis;

/** One step of a flow that leads to a finding, such as a spawn, an access or an acquired lock. */
public record FlowStep(Location location, String message) {}
