package dev.goguard.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * The frame of a function with deferred functions: Go's {@code defer} and {@code recover}.
 *
 * <pre>{@code
 * Defer.run(d -> {
 *   d.recover(panic -> log("gave up: " + panic));
 *   Connection c = open();
 *   d.defer(c::close);
 *   use(c);
 * });
 * }</pre>
 *
 * <p>When the body has ended, however that was, the deferred functions run, the last one first.
 * Every exception is a panic here. A deferred function that calls {@link #recover()} stops the
 * panic: the remaining deferred functions run, and then the frame returns normally to its caller. A
 * deferred function that throws replaces the panic, if there is one, by its own; the report of an
 * unrecovered panic shows both as Go's does, and the earlier one stands among the suppressed
 * exceptions of the later one. A panic that is recovered and raised again is shown once, marked
 * {@code [recovered, repanicked]}.
 *
 * <p>While {@code goexit} ends the goroutine, deferred functions run and there is nothing to
 * recover. A {@link GoFatalError} and the errors of the virtual machine cannot be recovered either;
 * in Go these end the program.
 *
 * <p>Where there is nothing to recover, Java's {@code try} with resources does the same and more
 * cheaply. See "Defer statements" and "Handling panics" in the Go specification.
 *
 * <p>A frame belongs to the thread that runs its body.
 */
public final class Defer {
  private Thread thread = Thread.currentThread(); // null once the frame has ended
  private final List<GoBody> deferred = new ArrayList<>();

  private boolean unwinding; // the deferred functions are running
  private Throwable panic; // raised and not recovered
  private Throwable goexit; // the goroutine is being ended
  private Throwable recovered; // by the deferred function that is running

  private Defer() {}

  /**
   * What a frame does.
   *
   * @param <X> the checked exceptions it throws
   */
  @FunctionalInterface
  public interface Body<X extends Exception> {

    /**
     * Runs the body.
     *
     * @param frame where to defer
     * @throws X whatever the body does not handle
     */
    void run(Defer frame) throws X;
  }

  /**
   * What a frame computes.
   *
   * @param <T> the type of the result
   * @param <X> the checked exceptions it throws
   */
  @FunctionalInterface
  public interface Function<T, X extends Exception> {

    /**
     * Runs the body.
     *
     * @param frame where to defer
     * @return the result
     * @throws X whatever the body does not handle
     */
    T call(Defer frame) throws X;
  }

  /**
   * Runs a body and then what it has deferred.
   *
   * @param body what to do
   * @param <X> the checked exceptions of the body
   * @throws X what the body or a deferred function has thrown and none has recovered
   */
  public static <X extends Exception> void run(Body<X> body) throws X {
    Defer.<Void, X>call(frame -> {
      body.run(frame);
      return null;
    });
  }

  /**
   * Runs a body and then what it has deferred.
   *
   * @param body what to compute
   * @param <T> the type of the result
   * @param <X> the checked exceptions of the body
   * @return what the body has returned; null if a panic was recovered
   * @throws X what the body or a deferred function has thrown and none has recovered
   */
  public static <T, X extends Exception> T call(Function<T, X> body) throws X {
    Defer frame = new Defer();
    T result = null;
    try {
      result = body.call(frame);
    } catch (Throwable thrown) {
      frame.panicked(thrown);
    }
    frame.unwind();
    return result;
  }

  /**
   * Runs a body and then what it has deferred, and last of all recovers a panic: a Go function
   * whose first deferred function sets its result.
   *
   * @param body what to compute
   * @param recovery what to return after a panic
   * @param <T> the type of the result
   * @param <X> the checked exceptions of the body
   * @return what the body or the recovery has returned; null if a deferred function has recovered
   * @throws X nothing that can be recovered
   */
  public static <T, X extends Exception> T call(
      Function<T, X> body, java.util.function.Function<? super Throwable, ? extends T> recovery)
      throws X {
    Throwable[] stopped = new Throwable[1];
    T result = Defer.<T, X>call(frame -> {
      frame.recover(panic -> stopped[0] = panic);
      return body.call(frame);
    });
    return stopped[0] == null ? result : recovery.apply(stopped[0]);
  }

  /**
   * Defers a function until the body has ended. Functions deferred by a deferred function run next.
   *
   * @param function what to do; when it is null, running it panics
   * @throws IllegalStateException when the frame has ended, or belongs to another thread
   */
  public void defer(GoBody function) {
    checkThread();
    deferred.add(function);
  }

  /**
   * Defers a function that recovers a panic, and is not called when there is none.
   *
   * @param handler what to do with the panic
   * @throws IllegalStateException when the frame has ended, or belongs to another thread
   */
  public void recover(Consumer<? super Throwable> handler) {
    Objects.requireNonNull(handler);
    defer(() -> {
      Throwable stopped = recover();
      if (stopped != null) {
        handler.accept(stopped);
      }
    });
  }

  /**
   * Stops the panic of this frame; to be called by deferred functions: Go's {@code recover}. Unlike
   * there, they may do so indirectly, for the frame says whose panic is meant.
   *
   * @return what has been thrown, a {@link GoPanic} for {@link Go#panic}; null if the frame is not
   *     panicking, or what was thrown cannot be recovered
   * @throws IllegalStateException when the frame has ended, or belongs to another thread
   */
  public Throwable recover() {
    checkThread();
    if (!unwinding || panic == null || Panics.isFatal(panic)) {
      return null;
    }
    recovered = panic;
    panic = null;
    return recovered;
  }

  private void checkThread() {
    if (thread == null) {
      throw new IllegalStateException("the body and the deferred functions of this Defer have run");
    }
    if (Thread.currentThread() != thread) {
      throw new IllegalStateException("a Defer belongs to the thread that runs its body");
    }
  }

  private void unwind() {
    unwinding = true;
    while (!deferred.isEmpty()) {
      GoBody function = deferred.remove(deferred.size() - 1);
      recovered = null;
      try {
        function.run();
      } catch (Throwable thrown) {
        panicked(thrown);
      }
    }
    thread = null;
    rethrow(panic == null ? goexit : panic);
  }

  private void panicked(Throwable thrown) {
    if (Panics.isGoexit(thrown)) {
      goexit = thrown;
      panic = null; // as in Go, ending the goroutine aborts its panic
      return;
    }
    if (recovered != null) {
      Panics.follow(thrown, recovered, true);
    } else if (panic != null) {
      Panics.follow(thrown, panic, false);
    }
    panic = thrown;
  }

  /** Throws what the body or a deferred function has thrown, as if it had not been caught. */
  @SuppressWarnings("unchecked") // X is erased, so nothing is checked here
  private static <X extends Throwable> void rethrow(Throwable thrown) throws X {
    if (thrown != null) {
      throw (X) thrown;
    }
  }
}
