package dev.goguard.benchmarks.runtime;

/**
 * How long to measure: per round each cell has one process.
 *
 * @param rounds how often the contenders take turns
 * @param warmups iterations that do not count
 * @param iterations iterations that count
 * @param millis the least time of an iteration
 */
record Effort(int rounds, int warmups, int iterations, int millis) {
  private static final int LARGE = 1_000_000;

  /** What ROUNDS and QUICK ask for. */
  static Effort asked() {
    boolean quick = "1".equals(System.getenv("QUICK"));
    var rounds = System.getenv().getOrDefault("ROUNDS", quick ? "1" : "3");
    return new Effort(Integer.parseInt(rounds), quick ? 2 : 3, quick ? 2 : 3, quick ? 200 : 300);
  }

  /**
   * What is enough for a load: a single run of a large one warms up and takes longer than asked.
   */
  Effort enoughFor(Load load) {
    return load.operations() <= LARGE
        ? this
        : new Effort(rounds, Math.min(warmups, 2), Math.min(iterations, 2), millis);
  }

  @Override
  public String toString() {
    return "Rounds: %d, in turn, each a process with %d iterations of at least %d ms after %d to warm up"
        .formatted(rounds, iterations, millis, warmups);
  }
}
