package dev.goguard.benchmarks.runtime;

import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** A JVM of JMH for each measurement. */
record JvmCell(Effort effort) implements Cell {
  private static final TimeValue HANGS = TimeValue.seconds(120);

  /** JMH uses Unsafe, of which newer JDKs warn on every start. */
  private static final String UNSAFE = "--sun-misc-unsafe-memory-access=allow";

  private static final int WARNS = 24;

  @Override
  public List<Double> measure(Row row, Contender contender) throws RunnerException {
    return new Runner(options(row, contender))
        .run().stream().flatMap(run -> nanoseconds(run).stream()).toList();
  }

  private Options options(Row row, Contender contender) {
    var enough = effort.enoughFor(row.load());
    var time = TimeValue.milliseconds(enough.millis());
    return new OptionsBuilder()
        .include(RowBenchmark.class.getName())
        .param("row", row.name())
        .param("contender", contender.name())
        .operationsPerInvocation(row.load().operations())
        .jvmArgs(flags(contender))
        .forks(1)
        .warmupIterations(enough.warmups())
        .warmupTime(time)
        .measurementIterations(enough.iterations())
        .measurementTime(time)
        .timeout(HANGS)
        .verbosity(VerboseMode.SILENT)
        .build();
  }

  private static String[] flags(Contender contender) {
    var flags = new ArrayList<>(Contender.FLAGS);
    flags.addAll(contender.flags());
    if (Runtime.version().feature() >= WARNS) {
      flags.add(UNSAFE);
    }
    return flags.toArray(String[]::new);
  }

  private static List<Double> nanoseconds(RunResult run) {
    return run.getBenchmarkResults().stream()
        .flatMap(fork -> fork.getIterationResults().stream())
        .map(iteration -> iteration.getPrimaryResult().getScore())
        .toList();
  }
}
