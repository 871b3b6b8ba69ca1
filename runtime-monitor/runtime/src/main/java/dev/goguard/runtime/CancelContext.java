package dev.goguard.runtime;

import dev.goguard.runtime.internal.time.Clock;
import dev.goguard.runtime.internal.time.Clocks;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A context together with its {@code cancel} function. Pass it on as a {@link Context}, so that
 * only its maker can end it.
 */
public final class CancelContext implements Context, AutoCloseable {
  // immutable state
  private final Context parent;
  private final Optional<Instant> deadline;
  private final Chan<Void> done = Chan.make();

  private final Mutex mutex = new Mutex();

  // guarded by mutex
  private final Set<CancelContext> children = new HashSet<>();
  private ContextException err;
  private Throwable cause;
  private Timer timer;

  private CancelContext(Context parent, Optional<Instant> deadline) {
    this.parent = parent;
    this.deadline = deadline;
  }

  static CancelContext childOf(Context parent, Optional<Instant> deadline) {
    CancelContext child = new CancelContext(parent, deadline);
    CancelContext ancestor = nearest(parent);
    if (ancestor != null) {
      ancestor.adopt(child);
    }
    return child;
  }

  /** The nearest of the context and its ancestors that can be cancelled, or null. */
  private static CancelContext nearest(Context context) {
    Context nearest = context;
    while (nearest instanceof ValueContext) {
      nearest = ((ValueContext) nearest).parent();
    }
    return nearest instanceof CancelContext ? (CancelContext) nearest : null;
  }

  private void adopt(CancelContext child) {
    mutex.lock();
    try {
      if (err == null) {
        children.add(child);
        return;
      }
    } finally {
      mutex.unlock();
    }
    child.end(err(), cause());
  }

  private void disown(CancelContext child) {
    mutex.lock();
    try {
      children.remove(child);
    } finally {
      mutex.unlock();
    }
  }

  void expireAt(Instant instant) {
    Clock clock = Clocks.current();
    Duration left = Deadlines.until(clock, instant);
    if (left.isNegative() || left.isZero()) {
      expire();
      return;
    }
    mutex.lock();
    try {
      if (err == null) {
        timer = Timer.afterFunc(clock, left, this::expire);
      }
    } finally {
      mutex.unlock();
    }
  }

  private void expire() {
    cancel(ContextException.DEADLINE_EXCEEDED, null);
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
    if (end(error, reason == null ? error : reason)) {
      CancelContext ancestor = nearest(parent);
      if (ancestor != null) {
        ancestor.disown(this);
      }
    }
  }

  private boolean end(ContextException error, Throwable reason) {
    List<CancelContext> orphans;
    mutex.lock();
    try {
      if (err != null) {
        return false;
      }
      err = error;
      cause = reason;
      stopTimer();
      done.close();
      orphans = List.copyOf(children);
      children.clear();
    } finally {
      mutex.unlock();
    }
    orphans.forEach(child -> child.end(error, reason));
    return true;
  }

  private void stopTimer() {
    if (timer != null) {
      timer.stop();
    }
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
    mutex.lock();
    try {
      return err;
    } finally {
      mutex.unlock();
    }
  }

  @Override
  public Throwable cause() {
    mutex.lock();
    try {
      return cause;
    } finally {
      mutex.unlock();
    }
  }

  @Override
  public Optional<Instant> deadline() {
    return deadline;
  }

  @Override
  public <V> V value(Key<V> key) {
    return parent.value(key);
  }

  @Override
  public String toString() {
    return parent
        + (deadline.isPresent() ? ".WithDeadline(" + deadline.get() + ")" : ".WithCancel");
  }
}
