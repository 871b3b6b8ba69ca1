package dev.goguard.runtime;

/**
 * A Go panic: a failure that unwinds the goroutine and, when nothing recovers it, ends the program.
 *
 * <p>Recovering is catching this exception, or {@link Defer#recover()}. The texts of panics raised
 * by the runtime are Go's.
 */
public final class GoPanic extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Object value;

  /**
   * Creates a panic with the given value; a {@link Throwable} becomes the cause as well.
   *
   * @param value what Go's {@code panic} takes; may be null
   */
  public GoPanic(Object value) {
    super(text(value), value instanceof Throwable ? (Throwable) value : null);
    this.value = value;
  }

  /** A value whose text cannot be had is a panic all the same, told by its type. */
  private static String text(Object value) {
    if (value == null) {
      return "panic called with nil argument";
    }
    try {
      return String.valueOf((Object) value.toString());
    } catch (Throwable again) {
      return Panics.unprintable(value, again);
    }
  }

  /**
   * Returns what the panic was raised with, as Go's {@code recover} does.
   *
   * @return the value; null when it was null or the panic has been serialized
   */
  public Object value() {
    return value;
  }
}
