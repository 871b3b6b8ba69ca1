package dev.goguard.runtime;

import java.util.concurrent.atomic.AtomicReference;

/**
 * Goroutines that work on one task, of which the first to fail fails the task: Go's
 * {@code errgroup.Group}.
 *
 * <p>What a body throws is its error, except {@link GoPanic} and {@link Error}, which are panics as
 * in {@link Go#go}: they are not propagated to {@link #await}, for that would hide them until then
 * and, if it never comes, for ever. The end of every body happens before the return of
 * {@link #await}.
 */
public final class ErrGroup {
  private final WaitGroup waitGroup = new WaitGroup();
  private final CancelContext context;
  private final AtomicReference<Exception> first = new AtomicReference<>();

  /**
   * Holds an element for each active goroutine, as far as there is a limit. Not volatile: the limit
   * may be changed only while no goroutine is active, and by the one who starts them.
   */
  private Chan<Boolean> active;

  /** Creates a group without limit that cancels nothing: Go's zero group. */
  public ErrGroup() {
    this(null);
  }

  private ErrGroup(CancelContext context) {
    this.context = context;
  }

  /**
   * Creates a group with a context of its own, which ends with the first error, being its cause, or
   * when {@link #await} returns.
   *
   * @param parent the parent of the context
   * @return the group
   */
  public static ErrGroup withContext(Context parent) {
    return new ErrGroup(Context.withCancel(parent));
  }

  /**
   * Returns the context of the group.
   *
   * @return the context; {@link Context#background} if the group cancels nothing
   */
  public Context context() {
    return context == null ? Context.background() : context;
  }

  /**
   * Limits the number of goroutines that are active at once. To be called before they are started,
   * or when {@link #await} has returned.
   *
   * @param limit how many; zero for none, negative for no limit
   * @throws GoPanic "errgroup: modify limit while N goroutines in the group are still active"
   */
  public void setLimit(int limit) {
    if (limit < 0) {
      active = null;
      return;
    }
    int count = active == null ? 0 : active.len();
    if (count != 0) {
      throw new GoPanic(
          "errgroup: modify limit while " + count + " goroutines in the group are still active");
    }
    active = Chan.make(limit);
  }

  /**
   * Starts a goroutine of the group, waiting while the limit is reached.
   *
   * @param body what to do
   * @throws GoInterruptedException when interrupted while waiting; nothing has been started
   */
  public void go(GoBody body) {
    Chan<Boolean> slots = active;
    if (slots != null) {
      slots.send(true);
    }
    start(body, slots);
  }

  /**
   * Starts a goroutine of the group unless the limit is reached.
   *
   * @param body what to do
   * @return whether it was started
   */
  public boolean tryGo(GoBody body) {
    Chan<Boolean> slots = active;
    if (slots != null && !slots.trySend(true)) {
      return false;
    }
    start(body, slots);
    return true;
  }

  private void start(GoBody body, Chan<Boolean> slots) {
    boolean started = false;
    try {
      waitGroup.go(() -> runAndLeave(body, slots));
      started = true;
    } finally {
      if (!started) {
        leave(slots);
      }
    }
  }

  private void runAndLeave(GoBody body, Chan<Boolean> slots) throws Exception {
    try {
      runBody(body);
    } finally {
      leave(slots);
    }
  }

  private static void leave(Chan<Boolean> slots) {
    if (slots != null) {
      slots.tryReceive(); // its own element or another's, but there is one
    }
  }

  private void runBody(GoBody body) throws Exception {
    try {
      body.run();
    } catch (GoPanic panic) {
      throw panic;
    } catch (Exception e) {
      if (first.compareAndSet(null, e)) {
        cancel(e);
      }
    }
  }

  /**
   * Waits until all goroutines of the group have ended: Go's {@code Wait}.
   *
   * @throws Exception the first error of a goroutine, if there is one
   * @throws GoInterruptedException when interrupted while waiting; the group goes on
   */
  public void await() throws Exception {
    waitGroup.await();
    Exception error = first.get();
    cancel(error);
    if (error != null) {
      throw error;
    }
  }

  private void cancel(Throwable cause) {
    if (context != null) {
      context.cancel(cause);
    }
  }
}
