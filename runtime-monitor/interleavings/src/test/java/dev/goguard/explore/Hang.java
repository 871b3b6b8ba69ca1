package dev.goguard.explore;

/** Every strand waits for ever, or those that do not wait only spin. */
public final class Hang extends RuntimeException {
  private static final long serialVersionUID = 1;

  Hang(String message) {
    super(message);
  }
}
