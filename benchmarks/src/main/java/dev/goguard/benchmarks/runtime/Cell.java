package dev.goguard.benchmarks.runtime;

import java.util.List;

/** Measures a contender in a row, once per round. */
@FunctionalInterface
interface Cell {

  /** Nanoseconds per operation of each iteration, or bytes; empty when the program failed. */
  List<Double> measure(Row row, Contender contender) throws Exception;
}
