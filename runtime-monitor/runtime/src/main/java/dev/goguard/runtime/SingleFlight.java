package dev.goguard.runtime;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * Makes one call of several equal ones that come at the same time: Go's {@code singleflight.Group}.
 *
 * <p>The end of a call happens before every duplicate gets its result.
 *
 * @param <K> the type of the keys, which say what calls are equal
 * @param <V> the type of the results
 */
public final class SingleFlight<K, V> {
  private final Mutex mutex = new Mutex();
  private final Map<K, Flight<V>> flights = new HashMap<>(); // guarded by mutex

  /** Creates a group without calls. */
  public SingleFlight() {}

  /**
   * What a call has come to.
   *
   * @param value what the function returned; null if it failed
   * @param error the exception that it failed with; null if it returned
   * @param shared whether the result was given to several callers
   * @param <V> the type of the value
   */
  public record Result<V>(V value, Exception error, boolean shared) {

    /**
     * Returns the value.
     *
     * @return what the function returned
     * @throws Exception what it failed with, the same for all who share it
     */
    public V get() throws Exception {
      if (error != null) {
        throw error;
      }
      return value;
    }
  }

  /**
   * Calls the function, unless a call for the key is under way; then waits for that one and shares
   * its result: Go's {@code Do}.
   *
   * @param key what the call is about
   * @param function makes the value; an exception is its error, but a {@link GoPanic} or an
   *     {@link Error} is a panic
   * @return the result
   * @throws GoPanic what the function has panicked with, the same for all who wait for it; an
   *     {@link Error} likewise
   * @throws GoInterruptedException when interrupted while waiting for the call of another
   */
  public Result<V> call(K key, Callable<? extends V> function) {
    Flight<V> flight = new Flight<>();
    Flight<V> joined = board(key, flight, null);
    if (joined == flight) {
      fly(key, flight, function);
    } else {
      joined.awaitLanding();
    }
    return joined.result();
  }

  /**
   * As {@link #call}, but returns at once a channel that gets the result: Go's {@code DoChan}. The
   * function runs in a goroutine of its own.
   *
   * <p>A function that panics panics in a goroutine, where nobody recovers it, even when it is a
   * call of {@link #call} that the channel shares. There is no result then.
   *
   * @param key what the call is about
   * @param function makes the value, as for {@link #call}
   * @return a channel for one result, which need not be received. Unlike Go's it is closed then,
   *     also when there is no result, so that nobody waits in a program that survives the panic
   */
  public RecvChan<Result<V>> callChan(K key, Callable<? extends V> function) {
    Chan<Result<V>> channel = Chan.make(1);
    Flight<V> flight = new Flight<>();
    if (board(key, flight, channel) == flight) {
      start(key, flight, function);
    }
    return channel;
  }

  /** If no goroutine can be started, those who have boarded meanwhile learn why. */
  private void start(K key, Flight<V> flight, Callable<? extends V> function) {
    try {
      Go.go(() -> fly(key, flight, function));
    } catch (RuntimeException | Error e) {
      fly(key, flight, () -> {
        throw new IllegalStateException("the call could not be started", e);
      });
      throw e;
    }
  }

  /** Boards the flight that is under way for the key; if none is, the given one is now. */
  private Flight<V> board(K key, Flight<V> flight, Chan<Result<V>> channel) {
    mutex.lock();
    try {
      Flight<V> underWay = flights.putIfAbsent(key, flight);
      Flight<V> boarded = underWay == null ? flight : underWay;
      boarded.board(channel);
      return boarded;
    } finally {
      mutex.unlock();
    }
  }

  private void fly(K key, Flight<V> flight, Callable<? extends V> function) {
    flight.run(function);
    mutex.lock();
    try {
      flights.remove(key, flight); // unless forgotten, and perhaps followed by another
    } finally {
      mutex.unlock();
    }
    flight.land();
  }

  /**
   * Lets the next {@link #call} for the key call its function, even if a call is under way.
   *
   * @param key what the calls are about
   */
  public void forget(K key) {
    mutex.lock();
    try {
      flights.remove(key);
    } finally {
      mutex.unlock();
    }
  }
}
