package dev.goguard.runtime;

import dev.goguard.runtime.internal.time.Clocks;
import java.time.Duration;
import java.time.Instant;

/**
 * Limits how often something happens: the token bucket of {@code golang.org/x/time/rate}.
 *
 * <p>A bucket holds at most {@code burst} tokens, is full at first and gains {@code limit} tokens
 * per second. Every event takes one. When there are too few, {@link #allow} says no,
 * {@link #reserve} tells how long to hold back, and {@link #await} waits.
 *
 * <pre>{@code
 * Limiter limiter = new Limiter(Limiter.every(Duration.ofMillis(100)), 5);
 * for (Request request : requests) {
 *   limiter.await(context);
 *   Go.go(() -> send(request));
 * }
 * }</pre>
 *
 * <p>A limit of zero allows the burst and nothing after it; {@link #INF} allows everything, even
 * with a burst of zero. Methods that take the time are for those who keep their own; the others use
 * a time that goes on evenly, whatever happens to the time of day. Use either for one limiter, not
 * both. A limiter may be used by many goroutines; it orders nothing but their events, so no
 * happens-before edge may be derived from it.
 */
@SuppressWarnings("try") // a held mutex is not spoken to
public final class Limiter {
  /** No limit. */
  public static final double INF = Double.MAX_VALUE;

  static final Duration NEVER = Duration.ofNanos(Long.MAX_VALUE);

  private final Mutex mutex = new Mutex();

  // guarded by mutex
  private double limit; // tokens per second
  private int burst;
  private double tokens; // at the time last; negative when tokens have been reserved
  private Instant last = Instant.MIN;
  private Instant lastEvent = Instant.MIN; // the latest time, also future, given to an event

  /**
   * Creates a limiter with a full bucket.
   *
   * @param limit events per second; {@link #INF} for no limit
   * @param burst how many may happen at once
   */
  public Limiter(double limit, int burst) {
    this.limit = limit;
    this.burst = burst;
    this.tokens = burst;
  }

  /**
   * Returns the limit that lets events happen at an interval.
   *
   * @param interval the least time between two events
   * @return events per second; {@link #INF} when the interval is zero or negative
   */
  public static double every(Duration interval) {
    return interval.isZero() || interval.isNegative() ? INF : 1 / seconds(interval);
  }

  /**
   * Returns the limit.
   *
   * @return events per second
   */
  public double limit() {
    try (Mutex.Locked held = mutex.locked()) {
      return limit;
    }
  }

  /**
   * Returns the size of the bucket.
   *
   * @return how many events may happen at once
   */
  public int burst() {
    try (Mutex.Locked held = mutex.locked()) {
      return burst;
    }
  }

  /**
   * Returns how many tokens there are now.
   *
   * @return the number, negative when tokens have been reserved ahead
   */
  public double tokens() {
    return tokensAt(now());
  }

  /**
   * Returns how many tokens there are at some time, if none is taken until then.
   *
   * @param time the time
   * @return the number, negative when tokens have been reserved ahead
   */
  public double tokensAt(Instant time) {
    try (Mutex.Locked held = mutex.locked()) {
      return tokensLocked(time);
    }
  }

  /**
   * Changes the limit. Reservations made before stay as they are.
   *
   * @param newLimit events per second
   */
  public void setLimit(double newLimit) {
    setLimitAt(now(), newLimit);
  }

  /**
   * Changes the limit at some time.
   *
   * @param time the time
   * @param newLimit events per second
   */
  public void setLimitAt(Instant time, double newLimit) {
    try (Mutex.Locked held = mutex.locked()) {
      moveOnLocked(time);
      limit = newLimit;
    }
  }

  /**
   * Changes the size of the bucket.
   *
   * @param newBurst how many events may happen at once
   */
  public void setBurst(int newBurst) {
    setBurstAt(now(), newBurst);
  }

  /**
   * Changes the size of the bucket at some time.
   *
   * @param time the time
   * @param newBurst how many events may happen at once
   */
  public void setBurstAt(Instant time, int newBurst) {
    try (Mutex.Locked held = mutex.locked()) {
      moveOnLocked(time);
      burst = newBurst;
    }
  }

  /**
   * Takes a token if there is one.
   *
   * @return whether the event may happen now
   */
  public boolean allow() {
    return allowN(now(), 1);
  }

  /**
   * Takes tokens if there are so many.
   *
   * @param time the time
   * @param n how many events
   * @return whether all of them may happen then; otherwise no token has been taken
   */
  public boolean allowN(Instant time, int n) {
    return reserve(time, n, Duration.ZERO).ok();
  }

  /**
   * Takes a token, perhaps a future one, and tells when the event may happen.
   *
   * @return the reservation, which must be kept to or cancelled
   */
  public Reservation reserve() {
    return reserveN(now(), 1);
  }

  /**
   * Takes tokens, perhaps future ones, and tells when the events may happen.
   *
   * @param time the time
   * @param n how many events
   * @return the reservation, which must be kept to or cancelled; not ok when n is more than the
   *     burst
   */
  public Reservation reserveN(Instant time, int n) {
    return reserve(time, n, NEVER);
  }

  /**
   * Waits until an event may happen: Go's {@code Wait}.
   *
   * @param context ends the wait
   * @throws RateLimitException "rate: Wait(n=1) would exceed context deadline"; "rate: Wait(n=1)
   *     exceeds limiter's burst 0"
   * @throws ContextException {@link Context#err} of a context that has ended
   * @throws GoInterruptedException when interrupted while waiting; the token has been given back
   */
  public void await(Context context) {
    awaitN(context, 1);
  }

  /**
   * Waits until several events may happen: Go's {@code WaitN}.
   *
   * @param context ends the wait
   * @param n how many events
   * @throws RateLimitException "rate: Wait(n=%d) would exceed context deadline"; "rate: Wait(n=%d)
   *     exceeds limiter's burst %d"
   * @throws ContextException {@link Context#err} of a context that has ended
   * @throws GoInterruptedException when interrupted while waiting; the tokens have been given back
   */
  public void awaitN(Context context, int n) {
    checkBurst(n);
    throwIfEnded(context);
    Instant now = now();
    Duration longest = CancelContext.left(context);
    Reservation reservation = reserve(now, n, longest);
    if (!reservation.ok()) {
      throw new RateLimitException("rate: Wait(n=" + n + ") would exceed context deadline");
    }
    Duration delay = reservation.delayFrom(now);
    if (!delay.isZero()) {
      sleep(context, delay, reservation);
    }
  }

  private void checkBurst(int n) {
    try (Mutex.Locked held = mutex.locked()) {
      if (n > burst && !isUnlimitedLocked()) {
        throw new RateLimitException("rate: Wait(n=" + n + ") exceeds limiter's burst " + burst);
      }
    }
  }

  private static void throwIfEnded(Context context) {
    if (context.err() != null) {
      throw context.err();
    }
  }

  private static void sleep(Context context, Duration delay, Reservation reservation) {
    try {
      Select.of(
              Time.after(delay).onReceive(at -> {}),
              context.done().onReceive(none -> throwIfEnded(context)))
          .run();
    } catch (ContextException | GoInterruptedException e) {
      reservation.cancel();
      throw e;
    }
  }

  private Reservation reserve(Instant time, int n, Duration longest) {
    try (Mutex.Locked held = mutex.locked()) {
      if (isUnlimitedLocked()) {
        return new Reservation(this, true, n, time, 0);
      }
      double left = tokensLocked(time) - n;
      Duration wait = left < 0 ? timeFor(-left, limit) : Duration.ZERO;
      if (n > burst || wait.compareTo(longest) > 0) {
        return new Reservation(this, false, 0, time, limit);
      }
      last = time;
      tokens = left;
      lastEvent = Deadlines.after(time, wait);
      return new Reservation(this, true, n, lastEvent, limit);
    }
  }

  /** Gives back what was not reserved by others after this reservation and because of it. */
  void giveBack(Reservation reservation, Instant time) {
    try (Mutex.Locked held = mutex.locked()) {
      Instant act = reservation.timeToAct();
      if (isUnlimitedLocked() || reservation.tokens() == 0 || act.isBefore(time)) {
        return;
      }
      Duration after = Duration.between(act, lastEvent);
      double restored = reservation.tokens() - tokensIn(after, reservation.limit());
      if (restored > 0) {
        moveOnLocked(time);
        tokens = Math.min(tokens + restored, burst);
        forgetEventLocked(reservation, time);
      }
    }
  }

  private void forgetEventLocked(Reservation reservation, Instant time) {
    if (reservation.timeToAct().equals(lastEvent)) {
      Instant before = lastEvent.minus(timeFor(reservation.tokens(), reservation.limit()));
      lastEvent = before.isBefore(time) ? lastEvent : before;
    }
  }

  private boolean isUnlimitedLocked() {
    return limit >= INF;
  }

  private void moveOnLocked(Instant time) {
    tokens = tokensLocked(time);
    last = time;
  }

  /** The tokens at a time; time that runs backwards brings none. */
  private double tokensLocked(Instant time) {
    Duration elapsed = last.isBefore(time) ? between(last, time) : Duration.ZERO;
    return Math.min(tokens + tokensIn(elapsed, limit), burst);
  }

  private static Duration between(Instant from, Instant to) {
    return from.equals(Instant.MIN) ? NEVER : Duration.between(from, to);
  }

  private static double tokensIn(Duration duration, double limit) {
    return limit <= 0 ? 0 : seconds(duration) * limit;
  }

  private static Duration timeFor(double tokens, double limit) {
    double nanos = limit <= 0 ? Double.MAX_VALUE : tokens / limit * 1e9;
    // A conversion to long saturates.
    return Duration.ofNanos((long) nanos);
  }

  /** The current time, which setting the time of day does not change: as Go's, it is monotonic. */
  static Instant now() {
    return Clocks.current().steady();
  }

  private static double seconds(Duration duration) {
    return duration.getSeconds() + duration.getNano() / 1e9;
  }
}
