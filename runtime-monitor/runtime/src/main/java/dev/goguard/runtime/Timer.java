package dev.goguard.runtime;

import dev.goguard.runtime.internal.FuncTimer;
import dev.goguard.runtime.internal.RuntimeTimer;
import dev.goguard.runtime.internal.TimerChan;
import dev.goguard.runtime.internal.time.Clock;
import dev.goguard.runtime.internal.time.Clocks;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * One event in the future: Go's {@code time.Timer}. When it expires, the time can be received from
 * its channel, or a function is run.
 *
 * <pre>{@code
 * Timer timeout = Timer.newTimer(Duration.ofSeconds(2));
 * Select.of(
 *         results.onReceive(r -> use(r)),
 *         timeout.channel().onReceive(at -> giveUp()))
 *     .run();
 * timeout.stop();
 * }</pre>
 *
 * <p>The semantics are those of Go 1.23 and later. The channel is unbuffered, and once
 * {@link #stop} or {@link #reset} has returned, no value of before can be received: there is never
 * anything to drain. A timer nobody refers to is garbage even if it was not stopped.
 *
 * <p>Durations have nanosecond precision, are measured on the monotonic clock and are lower bounds;
 * one that is zero or negative has passed at once. Starting a timer, when it is made or reset,
 * happens before the receive of its value returns, and before its function begins.
 */
public final class Timer {
  private final RuntimeTimer timer;
  private final RecvChan<Instant> channel;

  private Timer(RuntimeTimer timer, RecvChan<Instant> channel, Duration duration) {
    this.timer = timer;
    this.channel = channel;
    timer.start(Deadlines.nanos(duration), 0);
  }

  /**
   * Starts a timer whose channel yields the time once the duration has passed: Go's
   * {@code time.NewTimer}.
   *
   * @param duration after how long
   * @return the timer
   */
  public static Timer newTimer(Duration duration) {
    TimerChan core = new TimerChan(Clocks.current());
    return new Timer(core, Chan.of(core), duration);
  }

  /**
   * Starts a timer that runs a function in a goroutine of its own once the duration has passed:
   * Go's {@code time.AfterFunc}. What the function throws is a panic of that goroutine.
   *
   * @param duration after how long
   * @param function what to run
   * @return the timer, whose channel is the nil channel
   */
  public static Timer afterFunc(Duration duration, GoBody function) {
    return afterFunc(Clocks.current(), duration, function);
  }

  static Timer afterFunc(Clock clock, Duration duration, GoBody function) {
    Starter starter = new Starter(Objects.requireNonNull(function));
    starter.timer = new FuncTimer(clock, starter);
    return new Timer(starter.timer, Chan.nil(), duration);
  }

  /** Starts the goroutine of a timer's function. */
  private static final class Starter implements Runnable {
    private final GoBody function;
    private FuncTimer timer; // set before the timer is started

    private Starter(GoBody function) {
      this.function = function;
    }

    @Override
    public void run() {
      GoStatement.start(() -> {
        timer.acquireStart();
        function.run();
      });
    }
  }

  /**
   * Returns the channel from which the time of expiry can be received, once per start. It is never
   * closed. The time is the one for which the timer was set, however late it is received.
   *
   * @return the channel; the nil channel if the timer runs a function
   */
  public RecvChan<Instant> channel() {
    return channel;
  }

  /**
   * Stops the timer. Afterwards nothing can be received until it is reset. A function that has been
   * started goes on, and this does not wait for it.
   *
   * @return true if this has stopped the timer: its value has not been received, or its function
   *     has not been started; false if it had been stopped or was over
   */
  public boolean stop() {
    return timer.stop();
  }

  /**
   * Starts the timer over with a new duration. A value that could have been received before is
   * gone. If a function was started already it is run again, perhaps at the same time.
   *
   * @param duration after how long
   * @return true if the timer was running, as {@link #stop} would have told
   */
  public boolean reset(Duration duration) {
    return timer.start(Deadlines.nanos(duration), 0);
  }
}
