package dev.goguard.runtime;

/** A {@link Limiter} does not let a wait begin, since it could not succeed. */
public final class RateLimitException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RateLimitException(String text) {
    super(text);
  }
}
