package dev.goguard.runtime;

import dev.goguard.runtime.internal.time.Clock;
import dev.goguard.runtime.internal.time.Clocks;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A context together with its {@code cancel} function. Pass it on as a {@link Context}, so that
 * only its maker can end it.
 *
 * <p>Its parent knows a context until it ends: one that is never closed is kept for as long as its
 * parent, and one with a deadline at least until then.
 */
public final class CancelContext extends Canceler implements Context, AutoCloseable {
  // immutable state
  private final Context parent;
  private final Instant limit; // null without a deadline of its own
  private final Clock clock = Clocks.current();
  private final long expiry; // of the clock's nanos; setting the time of day does not move it
  private final Chan<Void> done = Chan.make();

  // null until the context ends; written under the mutex of the node
  private volatile End end;
  private volatile Timer timer; // null without a deadline that has yet to come

  private CancelContext(Context parent, Instant limit) {
    this.parent = parent;
    this.limit = limit;
    this.expiry =
        limit == null ? Clock.NEVER : clock.in(Deadlines.nanos(Deadlines.until(clock, limit)));
  }

  /** How long it is until the deadline of a context, which may be over. */
  static Duration left(Context context) {
    CancelContext at = (CancelContext) nearest(context);
    while (at != null && at.limit == null) {
      at = (CancelContext) nearest(at.parent);
    }
    return at == null ? Limiter.NEVER : at.left();
  }

  private Duration left() {
    return Duration.ofNanos(expiry - clock.nanos());
  }

  static CancelContext childOf(Context parent) {
    CancelContext child = new CancelContext(parent, null);
    child.attachTo(parent);
    return child;
  }

  static CancelContext childOf(Context parent, Instant limit, Throwable cause) {
    CancelContext child = new CancelContext(parent, limit);
    child.attachTo(parent);
    child.expireAtLimit(cause);
    return child;
  }

  private void expireAtLimit(Throwable cause) {
    Duration left = left();
    if (left.isZero() || left.isNegative()) {
      cancel(ContextException.DEADLINE_EXCEEDED, cause);
    } else if (end == null) {
      timer = Timer.afterFunc(clock, left, () -> cancel(ContextException.DEADLINE_EXCEEDED, cause));
      stopTimerIfEnded();
    }
  }

  /** Ending and starting the timer may overlap; whichever is later stops it. */
  private void stopTimerIfEnded() {
    if (end != null && timer != null) {
      timer.stop();
    }
  }

  /** Cancels this context and all its descendants; without effect once it has ended. */
  public void cancel() {
    cancel(null);
  }

  /**
   * Cancels as {@link #cancel()} does and says why: Go's {@code CancelCauseFunc}.
   *
   * @param reason what {@link #cause} is to return; null for {@link ContextException#CANCELED}
   */
  public void cancel(Throwable reason) {
    cancel(ContextException.CANCELED, reason);
  }

  private void cancel(ContextException error, Throwable reason) {
    endAll(new End(error, reason == null ? error : reason));
  }

  @Override
  void ended(End how) {
    end = how; // before done is closed, so that whoever receives from it finds the error
    done.close();
    stopTimerIfEnded();
  }

  @Override
  End end() {
    return end;
  }

  /** Cancels this context; for {@code try} statements. */
  @Override
  public void close() {
    cancel();
  }

  @Override
  public RecvChan<Void> done() {
    return done;
  }

  @Override
  public ContextException err() {
    End how = ended();
    return how == null ? null : how.err();
  }

  @Override
  public Throwable cause() {
    End how = ended();
    return how == null ? null : how.cause();
  }

  /** How it has ended; then done is closed, and the receive makes the edge. */
  private End ended() {
    End how = end;
    if (how != null && done.tryReceive() == null) {
      awaitEnd();
    }
    return how;
  }

  @Override
  public Optional<Instant> deadline() {
    return Lineage.deadline(this);
  }

  /** When it ends by itself; null if that is up to its parent. */
  Instant limit() {
    return limit;
  }

  Context parent() {
    return parent;
  }

  @Override
  public <V> V value(Key<V> key) {
    return Lineage.value(this, key);
  }

  /** What it adds to the text of its parent. */
  String step() {
    return limit == null ? ".WithCancel" : ".WithDeadline(" + timing() + ")";
  }

  @Override
  public String toString() {
    return Lineage.text(this);
  }

  private String timing() {
    return limit + " [" + GoDuration.toString(Deadlines.until(clock, limit)) + "]";
  }
}
