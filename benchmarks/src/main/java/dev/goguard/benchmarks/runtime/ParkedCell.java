package dev.goguard.benchmarks.runtime;

import dev.goguard.benchmarks.Processes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Bytes per parked goroutine, in a JVM with a heap that never has to grow. */
record ParkedCell() implements Cell {
  private static final List<String> FLAGS = List.of("-Xms4g", "-Xmx4g", "-XX:+UseG1GC");

  @Override
  public List<Double> measure(Row row, Contender contender)
      throws IOException, InterruptedException {
    var flags = new ArrayList<>(FLAGS);
    flags.addAll(contender.flags());
    return Processes.numbers(Processes.java(
        flags, ParkedBytes.class, contender.name(), String.valueOf(row.load().operations())));
  }
}
