package dev.goguard.benchmarks.race.workload;

/** Numbers that look random and are the same in each language. */
public final class Randoms {
  private long state;

  /** The sequence of that seed. */
  public Randoms(long seed) {
    state = seed;
  }

  /** The next number below the bound. */
  public int below(int bound) {
    return (int) (next() % bound);
  }

  /** The next number from 0 to 1. */
  public double fraction() {
    return next() / (double) (1L << 31);
  }

  private long next() {
    state = state * 6364136223846793005L + 1442695040888963407L;
    return state >>> 33;
  }
}
