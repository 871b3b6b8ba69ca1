package dev.goguard.benchmarks.runtime;

/**
 * A program with its size.
 *
 * <p>In a chain, an operation is one element passing one channel.
 *
 * @param shape which program
 * @param operations how many operations one run does; a multiple of the width
 * @param width how many goroutines, pairs, channels or cases
 * @param capacity of the channels; zero means unbuffered
 */
public record Load(Shape shape, int operations, int width, int capacity) {
  /** Elements are small enough to need no allocation in Java. */
  public static final int LAST_ELEMENT = 127;

  /** How many operations each of them does. */
  public int each() {
    return operations / width;
  }

  /** The element that is sent as number i. */
  public static int element(int i) {
    return i & LAST_ELEMENT;
  }

  /** What a run returns when nothing was lost, duplicated or skipped. */
  public long expected() {
    return switch (shape) {
      case PAIRS, SHARED, SELECT, SAME_GOROUTINE -> width * sum(each());
      case CHAIN -> sum(each());
      default -> operations;
    };
  }

  private static long sum(int elements) {
    long sum = 0;
    for (int i = 0; i < elements; i++) {
      sum += element(i);
    }
    return sum;
  }
}
