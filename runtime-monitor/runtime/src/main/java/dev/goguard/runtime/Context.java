package dev.goguard.runtime;

import dev.goguard.runtime.internal.time.Clocks;
import java.time.Duration;
import java.time.Instant;
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
public sealed interface Context permits BackgroundContext, CancelContext, ValueContext {

  /**
   * Returns the context that is never cancelled, has no deadline and no values.
   *
   * @return the root of all contexts
   */
  static Context background() {
    return BackgroundContext.INSTANCE;
  }

  /**
   * Returns a context that ends when it is cancelled or when its parent ends.
   *
   * @param parent the parent
   * @return the child, to be closed by the caller
   * @throws GoPanic "cannot create context from nil parent"
   */
  static CancelContext withCancel(Context parent) {
    return CancelContext.childOf(parent, notNil(parent).deadline());
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
    return withDeadline(parent, Deadlines.in(Clocks.current(), timeout));
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
    Instant earlier = notNil(parent).deadline().filter(deadline::isAfter).orElse(deadline);
    CancelContext child = CancelContext.childOf(parent, Optional.of(earlier));
    if (earlier.equals(deadline)) {
      child.expireAt(deadline);
    }
    return child;
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
