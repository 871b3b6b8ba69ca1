package dev.goguard.runtime;

import dev.goguard.runtime.SingleFlight.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** One call of a {@link SingleFlight}, under way or ended, and those who wait for it. */
final class Flight<V> {
  private final WaitGroup landing = new WaitGroup();

  // guarded by the mutex of the group until the flight has left it; not written after that
  private int callers;
  private final List<Chan<Result<V>>> channels = new ArrayList<>();

  // written by run, before landing
  private V value;
  private Exception error;
  private Throwable panic;

  Flight() {
    landing.add(1);
  }

  /** Counts a caller, who waits for the landing or on a channel; the group's mutex is locked. */
  void board(Chan<Result<V>> channel) {
    callers++;
    if (channel != null) {
      channels.add(channel);
    }
  }

  void run(Callable<? extends V> function) {
    try {
      value = function.call();
    } catch (GoPanic e) {
      panic = e;
    } catch (Exception e) {
      error = e;
    } catch (Throwable e) {
      panic = e;
    }
  }

  /** Lets all go on who wait; the flight has left its group, so nobody boards any more. */
  void land() {
    landing.done();
    try {
      if (panic != null && !channels.isEmpty()) {
        Go.go(this::rethrow); // where no caller can recover it
      }
    } finally {
      answer();
    }
  }

  private void answer() {
    for (Chan<Result<V>> channel : channels) {
      if (panic == null) {
        channel.send(shared());
      }
      channel.close();
    }
  }

  void awaitLanding() {
    landing.await();
  }

  /** The result for one caller, or the panic. */
  Result<V> result() {
    rethrow();
    return shared();
  }

  private Result<V> shared() {
    return new Result<>(value, error, callers > 1);
  }

  private void rethrow() {
    if (panic instanceof Error e) {
      throw e;
    }
    if (panic != null) {
      throw (GoPanic) panic;
    }
  }
}
