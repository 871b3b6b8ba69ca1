package dev.goguard.benchmarks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What one cell of the table was measured to be, again and again. */
public final class Samples {
  private final List<Double> values = new ArrayList<>();

  public void addAll(Collection<Double> measured) {
    values.addAll(measured);
    values.sort(null);
  }

  public boolean isEmpty() {
    return values.isEmpty();
  }

  public double median() {
    return quantile(0.5);
  }

  /** Half the distance between the quartiles, as a part of the median. */
  public double spread() {
    return (quantile(0.75) - quantile(0.25)) / 2 / median();
  }

  /** Between two samples the value is on the line that joins them. */
  private double quantile(double part) {
    double position = part * (values.size() - 1);
    int below = (int) position;
    int above = Math.min(below + 1, values.size() - 1);
    return values.get(below) + (position - below) * (values.get(above) - values.get(below));
  }
}
