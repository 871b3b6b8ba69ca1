package dev.goguard.benchmarks.runtime;

import java.util.concurrent.atomic.AtomicInteger;

/** A contender's programs. */
public interface Programs {

  /** The program of a load, with every goroutine and channel of the contender's kind. */
  Program program(Load load);

  /**
   * Starts a goroutine that counts itself, then receives for ever from a channel of its own, which
   * is returned.
   */
  Object park(AtomicInteger started);
}
