package dev.goguard.benchmarks.race.workload;

/** Fibonacci numbers by recursion; an object counts the calls. */
public final class Calls implements Workload {
  private final int size;

  /** The Fibonacci number of that place. */
  public Calls(int size) {
    this.size = size;
  }

  private static final class Fibonacci {
    private long calls;
    private int least = 2;

    long number(int n) {
      calls++;
      return n < least ? n : number(n - 1) + number(n - 2);
    }
  }

  @Override
  public long run() throws InterruptedException {
    var sums = new long[Team.SIZE];
    Team.run(number -> {
      var fibonacci = new Fibonacci();
      sums[number] = fibonacci.number(size) + fibonacci.calls;
    });
    return Team.sum(sums);
  }
}
