package dev.goguard.agent.transform;

import java.util.concurrent.atomic.AtomicInteger;

/** Numbers the accesses and calls of instrumented code. */
final class Sites {
  private static final AtomicInteger LAST = new AtomicInteger();

  private Sites() {}

  static int next() {
    return LAST.incrementAndGet();
  }
}
