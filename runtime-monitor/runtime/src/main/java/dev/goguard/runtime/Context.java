package dev.goguard.runtime;

import dev.goguard.runtime.internal.time.Clocks;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Carries cancellation, a deadline and values from a caller to everything it starts: Go's
 * {@code context.Context}.
 *
 * <pre>{@code
 * try (var c = Context.withTimeout(Context.background(), Duration.ofSeconds(2))) {
 *   Select.of(results.onReceive(r -> use(r)), c.done().onReceive(x -> stop())).run();
 * }
 * }</pre>
 *
 * <p>A context is cancelled by closing the {@link CancelContext} it descends from, or by its
 * deadline; whoever makes one must close it. Cancelling happens before a receive from {@link #done}
 * returns because of it.
 */
public sealed interface Context
    permits BackgroundContext, CancelContext, ValueContext, WithoutCancelContext {

  /**
   * Returns the context that is never cancelled, has no deadline and no values.
   *
   * @return the root of all contexts
   */
  static Context background() {
    return BackgroundContext.BACKGROUND;
  }

  /**
   * Returns a root like {@link #background} that marks a place where it is not clear yet which
   * context to use: Go's {@code context.TODO}.
   *
   * @return a context that is never cancelled, has no deadline and no values
   */
  static Context todo() {
    return BackgroundContext.TODO;
  }

  /**
   * Returns a context that ends when it is cancelled or when its parent ends. The one who cancels
   * may say why, so this is Go's {@code WithCancel} and {@code WithCancelCause}.
   *
   * @param parent the parent
   * @return the child, to be closed by the caller
   * @throws GoPanic "cannot create context from nil parent"
   */
  static CancelContext withCancel(Context parent) {
    return CancelContext.childOf(notNil(parent));
  }

  /**
   * Returns a context that also ends, with {@link ContextException#DEADLINE_EXCEEDED}, after some
   * time.
   *
   * @param parent the parent
   * @param timeout after how long; at once when zero or negative
   * @return the child, to be closed by the caller
   * @throws GoPanic "cannot create context from nil parent"
   */
  static CancelContext withTimeout(Context parent, Duration timeout) {
    return withTimeoutCause(parent, timeout, null);
  }

  /**
   * Returns a context as {@link #withTimeout} does, and says what {@link #cause} returns if its
   * time passes. Cancelling does not set that cause.
   *
   * @param parent the parent
   * @param timeout after how long; at once when zero or negative
   * @param cause the cause; null for {@link ContextException#DEADLINE_EXCEEDED}
   * @return the child, to be closed by the caller
   * @throws GoPanic "cannot create context from nil parent"
   */
  static CancelContext withTimeoutCause(Context parent, Duration timeout, Throwable cause) {
    return withDeadlineCause(parent, Deadlines.in(Clocks.current(), timeout), cause);
  }

  /**
   * Returns a context that also ends, with {@link ContextException#DEADLINE_EXCEEDED}, at a point
   * of time. The deadline of the parent stays in force.
   *
   * @param parent the parent
   * @param deadline when to end
   * @return the child, to be closed by the caller
   * @throws GoPanic "cannot create context from nil parent"
   */
  static CancelContext withDeadline(Context parent, Instant deadline) {
    return withDeadlineCause(parent, deadline, null);
  }

  /**
   * Returns a context as {@link #withDeadline} does, and says what {@link #cause} returns if the
   * deadline passes. Cancelling does not set that cause.
   *
   * @param parent the parent
   * @param deadline when to end
   * @param cause the cause; null for {@link ContextException#DEADLINE_EXCEEDED}
   * @return the child, to be closed by the caller
   * @throws GoPanic "cannot create context from nil parent"
   */
  static CancelContext withDeadlineCause(Context parent, Instant deadline, Throwable cause) {
    boolean parentIsEarlier =
        notNil(parent).deadline().filter(deadline::isAfter).isPresent();
    return parentIsEarlier
        ? CancelContext.childOf(parent)
        : CancelContext.childOf(parent, deadline, cause);
  }

  /**
   * Returns a context that carries the values of its parent but does not end when it does.
   *
   * @param parent the parent
   * @return the child, which has no deadline and never ends
   * @throws GoPanic "cannot create context from nil parent"
   */
  static Context withoutCancel(Context parent) {
    return new WithoutCancelContext(notNil(parent));
  }

  /**
   * Runs a function in a goroutine of its own once a context has ended; at once if it has. Several
   * functions of one context are independent of each other.
   *
   * <p>This is how cancellation reaches code that only knows interrupts:
   *
   * <pre>{@code
   * Thread thread = Thread.currentThread();
   * Context.Stop stop = Context.afterFunc(context, thread::interrupt);
   * }</pre>
   *
   * <p>The end of the context happens before the function begins.
   *
   * @param context the context
   * @param function what to run
   * @return what keeps the function from being run
   * @throws GoPanic "cannot create context from nil parent"
   */
  static Stop afterFunc(Context context, GoBody function) {
    AfterEnd after = new AfterEnd(Objects.requireNonNull(function));
    after.attachTo(notNil(context));
    return after;
  }

  /**
   * Returns a context that carries a value and otherwise is as its parent.
   *
   * @param parent the parent
   * @param key under which {@link #value} finds the value
   * @param value the value
   * @param <V> the type of the value
   * @return the child
   * @throws GoPanic "cannot create context from nil parent" or "nil key"
   */
  static <V> Context withValue(Context parent, Key<V> key, V value) {
    return new ValueContext(notNil(parent), key, value);
  }

  private static Context notNil(Context parent) {
    if (parent == null) {
      throw new GoPanic("cannot create context from nil parent");
    }
    return parent;
  }

  /**
   * Returns a channel that is closed when the context ends.
   *
   * @return the channel; the nil channel if the context can never end
   */
  RecvChan<Void> done();

  /**
   * Returns why the context has ended.
   *
   * @return {@link ContextException#CANCELED} or {@link ContextException#DEADLINE_EXCEEDED}; null
   *     while it has not ended
   */
  ContextException err();

  /**
   * Returns what caused the context to end.
   *
   * @return the cause given to {@link CancelContext#cancel(Throwable)} of this context or of the
   *     ancestor that ended it, otherwise {@link #err}; null while the context has not ended
   */
  Throwable cause();

  /**
   * Returns when the context will end by itself.
   *
   * @return the deadline, if there is one
   */
  Optional<Instant> deadline();

  /**
   * Returns the value that this context or its nearest ancestor carries under a key.
   *
   * @param key the key
   * @param <V> the type of the value
   * @return the value; null if there is none
   */
  <V> V value(Key<V> key);

  /** What {@link #afterFunc} returns. */
  @FunctionalInterface
  interface Stop {

    /**
     * Keeps the function from being run. It does not wait for a function that has been started.
     *
     * @return true if this has kept it from being run; false if it was started, or stopped before
     */
    boolean stop();
  }

  /**
   * The key of a value; each instance is a key of its own.
   *
   * @param <V> the type of the value
   */
  final class Key<V> {
    private final String name;

    private Key(String name) {
      this.name = name;
    }

    /**
     * Makes a key.
     *
     * @param name for debugging only
     * @param <V> the type of the value
     * @return a key that differs from all others
     */
    public static <V> Key<V> of(String name) {
      return new Key<>(name);
    }

    @Override
    public String toString() {
      return name;
    }
  }
}
