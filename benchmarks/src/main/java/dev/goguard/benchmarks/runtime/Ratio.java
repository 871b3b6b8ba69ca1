package dev.goguard.benchmarks.runtime;

import java.util.EnumSet;
import java.util.Set;

/** The last columns of the table: one contender by another, and where that has a goal. */
enum Ratio {
  STOCK_JOX("stock / Jox", Contender.STOCK, Contender.JOX),
  STOCK_JDK("stock / JDK", Contender.STOCK, Contender.JDK),
  STOCK_GO("stock / Go", Contender.STOCK, Contender.GO),
  GMP_GO("gmp / Go", Contender.GMP, Contender.GO);

  /** Parked goroutines have a goal of their own. */
  private static final double BYTES = 0.4;

  private static final Set<Shape> AS_FAST_AS_GO =
      EnumSet.of(Shape.PAIRS, Shape.SPAWN_JOIN, Shape.SELECT);

  private final String title;
  private final Contender one;
  private final Contender other;

  Ratio(String title, Contender one, Contender other) {
    this.title = title;
    this.one = one;
    this.other = other;
  }

  String title() {
    return title;
  }

  Contender one() {
    return one;
  }

  Contender other() {
    return other;
  }

  /** The most that the ratio may be in the row; infinite without a goal. */
  double goal(Row row) {
    var shape = row.load().shape();
    return switch (this) {
      case STOCK_JOX, STOCK_JDK -> 1.0;
      case STOCK_GO -> shape == Shape.PARKED ? BYTES : Double.POSITIVE_INFINITY;
      case GMP_GO -> againstGo(shape);
    };
  }

  private static double againstGo(Shape shape) {
    if (shape == Shape.PARKED) {
      return BYTES;
    }
    return AS_FAST_AS_GO.contains(shape) ? 1.0 : Double.POSITIVE_INFINITY;
  }
}
