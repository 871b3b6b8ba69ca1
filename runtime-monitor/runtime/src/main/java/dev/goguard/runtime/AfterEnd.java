package dev.goguard.runtime;

/** A function that is run in a goroutine once a context has ended, unless it is stopped before. */
final class AfterEnd extends Canceler implements Context.Stop {
  private static final End STOPPED = new End(ContextException.CANCELED, null);

  private final GoBody function;

  AfterEnd(GoBody function) {
    this.function = function;
  }

  @Override
  void ended(End end) {
    if (end != STOPPED) {
      GoStatement.start(function);
    }
  }

  @Override
  End end() {
    return STOPPED; // nobody is below
  }

  @Override
  public boolean stop() {
    return endAll(STOPPED);
  }
}
