package dev.goguard.benchmarks.race;

import dev.goguard.benchmarks.Samples;

/** What one contender took for one program, over all rounds. */
final class Cell {
  private final Samples milliseconds = new Samples();
  private final Samples megabytes = new Samples();

  void add(Output output) {
    milliseconds.addAll(output.all("time"));
    megabytes.addAll(output.all("heap").stream().map(bytes -> bytes / (1 << 20)).toList());
  }

  /** Per run of the program. */
  Samples milliseconds() {
    return milliseconds;
  }

  /** Of live objects, at the peak. */
  Samples megabytes() {
    return megabytes;
  }
}
