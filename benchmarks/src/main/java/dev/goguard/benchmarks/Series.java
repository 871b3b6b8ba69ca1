package dev.goguard.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The measurements of one contestant over all rounds. */
final class Series {
  private final Contestant contestant;
  private final List<Measurement> measurements = new ArrayList<>();

  Series(Contestant contestant) {
    this.contestant = contestant;
  }

  Contestant contestant() {
    return contestant;
  }

  void add(Measurement measurement) {
    measurements.add(measurement);
  }

  boolean isEmpty() {
    return measurements.isEmpty();
  }

  /** The middle value of what {@code property} says of the measurements, in order. */
  double median(ToDoubleFunction<Measurement> property) {
    return sorted(property)[measurements.size() / 2];
  }

  double least(ToDoubleFunction<Measurement> property) {
    return sorted(property)[0];
  }

  double most(ToDoubleFunction<Measurement> property) {
    return sorted(property)[measurements.size() - 1];
  }

  private double[] sorted(ToDoubleFunction<Measurement> property) {
    return measurements.stream().mapToDouble(property).sorted().toArray();
  }
}
