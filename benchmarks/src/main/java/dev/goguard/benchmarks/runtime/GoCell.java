package dev.goguard.benchmarks.runtime;

import dev.goguard.benchmarks.Processes;
import java.io.IOException;
import java.util.List;

/** The Go program, given the load so that both languages run the same one. */
record GoCell(String binary, Effort effort) implements Cell {

  @Override
  public List<Double> measure(Row row, Contender contender)
      throws IOException, InterruptedException {
    var load = row.load();
    return Processes.numbers(List.of(
        binary,
        load.shape().name(),
        String.valueOf(load.operations()),
        String.valueOf(load.width()),
        String.valueOf(load.capacity()),
        String.valueOf(effort.enoughFor(load).iterations()),
        String.valueOf(effort.millis())));
  }
}
