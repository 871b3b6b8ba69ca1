package dev.goguard.agent.transform;

/** How much of a method is instrumented; each is leaner than the one before. */
enum Detail {
  /** All of it. */
  FULL,
  /** Without what calls leave for their callees: stacks through this method may be incomplete. */
  WITHOUT_CONTEXTS,
  /** Nothing. */
  NONE;

  Detail leaner() {
    return this == FULL ? WITHOUT_CONTEXTS : NONE;
  }
}
