package dev.goguard.runtime;

/**
 * A Go fatal error: a broken program that Go does not let anybody recover, such as the unlock of a
 * mutex that is not locked.
 *
 * <p>It is an {@link Error}, so handlers of exceptions let it pass.
 */
public final class GoFatalError extends Error {
  private static final long serialVersionUID = 1L;

  /**
   * Creates a fatal error.
   *
   * @param text Go's text for it
   */
  public GoFatalError(String text) {
    super(text);
  }
}
