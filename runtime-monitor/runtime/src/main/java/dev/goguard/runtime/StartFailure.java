package dev.goguard.runtime;

/** Why goroutines could not be started, kept until all that does not need them has been done. */
final class StartFailure {
  private RuntimeException exception;
  private Error error;

  /** Does a step of many; if it fails, that is told by {@link #rethrow}. */
  void guard(Runnable step) {
    try {
      step.run();
    } catch (RuntimeException e) {
      exception = e;
    } catch (Error e) {
      error = e;
    }
  }

  /** Throws the last failure, an error rather than an exception; does nothing without any. */
  void rethrow() {
    if (error != null) {
      throw error;
    }
    if (exception != null) {
      throw exception;
    }
  }
}
