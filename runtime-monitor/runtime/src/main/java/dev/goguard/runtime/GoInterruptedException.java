package dev.goguard.runtime;

/**
 * Ends a blocking operation whose thread was interrupted. The operation has had no effect, and the
 * interrupt flag of the thread is still set.
 */
public final class GoInterruptedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param cause the checked twin
   */
  public GoInterruptedException(InterruptedException cause) {
    super("interrupted while blocked", cause);
  }
}
