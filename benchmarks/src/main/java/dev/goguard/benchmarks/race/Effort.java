package dev.goguard.benchmarks.race;

/**
 * How long to measure: per round each cell has one process.
 *
 * @param rounds how often the contenders take turns
 * @param warmups iterations that do not count
 * @param iterations iterations that count
 * @param millis the least time of an iteration
 */
record Effort(int rounds, int warmups, int iterations, int millis) {

  /** What ROUNDS and QUICK ask for. */
  static Effort asked() {
    boolean quick = "1".equals(System.getenv("QUICK"));
    var rounds = System.getenv().getOrDefault("ROUNDS", quick ? "1" : "3");
    return new Effort(Integer.parseInt(rounds), quick ? 3 : 5, 3, quick ? 200 : 400);
  }

  @Override
  public String toString() {
    return "Rounds: %d, in turn, each a process with %d iterations of at least %d ms after %d to warm up"
        .formatted(rounds, iterations, millis, warmups);
  }
}
