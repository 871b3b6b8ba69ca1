package dev.goguard.runtime.internal;

/** How a wait that may be given up has ended. */
public enum Outcome {
  /** What was waited for has come. */
  DONE,
  /** An interrupt came first; the waiter has left the queue and the interrupt flag is set. */
  INTERRUPTED,
  /** The time ran out first; the waiter has left the queue. */
  TIMED_OUT
}
