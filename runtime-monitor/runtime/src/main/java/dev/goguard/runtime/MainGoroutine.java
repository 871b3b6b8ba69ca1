package dev.goguard.runtime;

/** The goroutine of {@code main}: number 1, whose {@code goexit} leaves the program to others. */
final class MainGoroutine extends GoStatement {
  private final boolean first;
  private volatile boolean exited;

  /**
   * Creates the main goroutine of a program.
   *
   * @param first whether no other program is running; a second one's main has a number like any
   */
  MainGoroutine(GoBody body, boolean first) {
    super(body, null);
    this.first = first;
  }

  /** The number 1 belongs to the thread that started the JVM, which is no goroutine. */
  @Override
  public long number() {
    return first ? 1 : super.number();
  }

  @Override
  protected void exited() {
    exited = true;
  }

  /** Whether it ended by {@code goexit}; its thread has ended. */
  boolean hasExited() {
    return exited;
  }
}
