package dev.goguard.agent.scope;

/** What is done with a class. */
public enum Treatment {
  /** Nothing: it belongs to the JDK, whose synchronization is known from contracts, or to us. */
  NONE,
  /** What it does to synchronize is followed, its accesses are not checked. */
  SYNCHRONIZATION,
  /** Its accesses are checked too. */
  ACCESSES
}
