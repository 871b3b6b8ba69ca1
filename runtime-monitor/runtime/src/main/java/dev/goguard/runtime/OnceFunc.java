package dev.goguard.runtime;

import java.util.Objects;

/**
 * An action that is run once, when first asked for: Go's {@code sync.OnceFunc}.
 *
 * <p>The end of the action happens before the return of every {@link #run}.
 */
public final class OnceFunc implements Runnable {
  private final OnceValue<Void> outcome;

  private OnceFunc(Runnable action) {
    outcome = OnceValue.of(() -> {
      action.run();
      return null;
    });
  }

  /**
   * Returns an action that runs the given one at most once and lets go of it then.
   *
   * @param action what to do
   * @return the action, to be run any number of times
   */
  public static OnceFunc of(Runnable action) {
    return new OnceFunc(Objects.requireNonNull(action));
  }

  /**
   * Runs the action if nobody has; waits while somebody else runs it. An action that runs itself
   * waits for ever.
   *
   * @throws RuntimeException what the action has thrown, the same in every call: a {@link GoPanic},
   *     another exception or an {@link Error}; a GoPanic of null, as in Go, when the action has
   *     called {@link GoRuntime#goexit}
   */
  @Override
  public void run() {
    outcome.get();
  }
}
