package dev.goguard.runtime;

/** What a goroutine does. A body may throw anything; what it throws is an unrecovered panic. */
@FunctionalInterface
public interface GoBody {

  /**
   * Runs the body.
   *
   * @throws Exception whatever the body does not handle
   */
  void run() throws Exception;
}
