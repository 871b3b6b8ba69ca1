package dev.goguard.runtime;

import java.util.SplittableRandom;
import org.junit.jupiter.api.TestReporter;

/** The seed of a stress test: reported, and to be repeated with {@code -Dgoguard.seed=…}. */
final class Seed {
  private final SplittableRandom random;

  Seed(TestReporter reporter) {
    long seed = Long.getLong("goguard.seed", System.nanoTime());
    reporter.publishEntry("goguard.seed", Long.toString(seed));
    random = new SplittableRandom(seed);
  }

  /** A generator for one goroutine; to be called in a fixed order. */
  SplittableRandom next() {
    return random.split();
  }
}
