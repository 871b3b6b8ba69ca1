package dev.goguard.benchmarks.runtime;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One row for one contender; {@link JvmCell} says how often and for how long. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RowBenchmark {
  /** The name of a {@link Row}. */
  @Param("UNBUFFERED")
  public String row;

  /** The name of a {@link Contender} on the JVM. */
  @Param("STOCK")
  public String contender;

  private Program program;
  private long expected;

  /** Prepares the program; fails when the scheduler is not the one that the column promises. */
  @Setup
  public void prepare() {
    var load = Row.valueOf(row).load();
    var wanted = Contender.valueOf(contender);
    SchedulerProbe.require(wanted);
    program = wanted.programs().program(load);
    expected = load.expected();
  }

  /** Runs it and checks that nothing was lost. */
  @Benchmark
  public long run() {
    long sum = program.run();
    if (sum != expected) {
      throw new IllegalStateException(row + ": " + sum + " instead of " + expected);
    }
    return sum;
  }
}
