package dev.goguard.runtime;

import dev.goguard.runtime.internal.goroutine.Goexit;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * A value that is made once, when first asked for: Go's {@code sync.OnceValue}. What
 * {@code OnceValues} returns is a record here.
 *
 * <p>The end of the supplier happens before the return of every {@link #get}.
 *
 * @param <T> the type of the value
 */
public final class OnceValue<T> implements Supplier<T> {
  private final Once once = new Once();
  private final Runnable make = this::make;

  // written once, by the action of once; read after it
  private Supplier<? extends T> supplier;
  private T value;
  private Throwable panic;

  private OnceValue(Supplier<? extends T> supplier) {
    this.supplier = Objects.requireNonNull(supplier);
  }

  /**
   * Returns a supplier that calls the given one at most once and lets go of it then.
   *
   * @param supplier makes the value
   * @param <T> the type of the value
   * @return the value to be
   */
  public static <T> OnceValue<T> of(Supplier<? extends T> supplier) {
    return new OnceValue<>(supplier);
  }

  /**
   * Returns the value, making it if nobody has; waits while somebody else makes it. A supplier that
   * asks for its own value waits for ever.
   *
   * @return the value
   * @throws RuntimeException what the supplier has thrown, the same in every call: a
   *     {@link GoPanic}, another exception or an {@link Error}; a GoPanic of null, as in Go, when
   *     the supplier has called {@link GoRuntime#goexit}
   */
  @Override
  public T get() {
    once.run(make);
    if (panic != null) {
      throw OnceValue.<RuntimeException>thrown(panic);
    }
    return value;
  }

  private void make() {
    Supplier<? extends T> first = supplier;
    supplier = null;
    try {
      value = first.get();
    } catch (Goexit exit) {
      panic = new GoPanic(null);
    } catch (Throwable e) {
      panic = e;
    }
  }

  /** Throws what a supplier could throw, whatever its type. */
  @SuppressWarnings("unchecked")
  private static <X extends Throwable> X thrown(Throwable panic) throws X {
    throw (X) panic;
  }
}
