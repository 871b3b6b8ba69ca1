package dev.goguard.runtime.internal.goroutine;

/**
 * Unwinds a goroutine that ends itself: {@code finally} blocks run, nothing is reported.
 *
 * <p>It is not a panic: whatever recovers from panics must let it pass.
 */
public final class Goexit extends Error {
  private static final long serialVersionUID = 1L;
  private static final Goexit INSTANCE = new Goexit();

  private Goexit() {
    super("goexit", null, false, false);
  }

  /** The one there is: it has neither a stack nor a state. */
  public static Goexit instance() {
    return INSTANCE;
  }
}
