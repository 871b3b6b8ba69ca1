package dev.goguard.runtime;

/**
 * Why a context has ended. There are two instances, to be compared by {@code ==}; they have no
 * stack, so wrap one before throwing it where the place matters.
 */
public final class ContextException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The context or an ancestor was cancelled: Go's {@code context.Canceled}. */
  public static final ContextException CANCELED = new ContextException("context canceled");

  /** The deadline has passed: Go's {@code context.DeadlineExceeded}. */
  public static final ContextException DEADLINE_EXCEEDED =
      new ContextException("context deadline exceeded");

  private ContextException(String text) {
    super(text, null, false, false);
  }

  private Object readResolve() {
    return getMessage().equals(CANCELED.getMessage()) ? CANCELED : DEADLINE_EXCEEDED;
  }
}
