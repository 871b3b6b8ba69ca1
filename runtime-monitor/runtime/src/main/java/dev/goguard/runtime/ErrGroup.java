package dev.goguard.runtime;

/**
 * Goroutines that work on one task, of which the first to fail fails the task: Go's
 * {@code errgroup.Group}.
 *
 * <p>What a body throws is its error, except {@link GoPanic} and {@link Error}, which are panics as
 * in {@link Go#go}. The end of every body happens before the return of {@link #await}.
 */
public final class ErrGroup {
  private final WaitGroup waitGroup = new WaitGroup();
  private final Mutex mutex = new Mutex();
  private final CancelContext context;
  private Exception first; // guarded by mutex

  /** Creates a group that cancels nothing. */
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
   * Starts a goroutine of the group.
   *
   * @param body what to do
   */
  public void go(GoBody body) {
    waitGroup.go(() -> runBody(body));
  }

  private void runBody(GoBody body) throws Exception {
    try {
      body.run();
    } catch (GoPanic panic) {
      throw panic;
    } catch (Exception e) {
      failed(e);
    }
  }

  private void failed(Exception e) {
    mutex.lock();
    try {
      if (first != null) {
        return;
      }
      first = e;
    } finally {
      mutex.unlock();
    }
    cancel(e);
  }

  /**
   * Waits until all goroutines of the group have ended: Go's {@code Wait}.
   *
   * @throws Exception the first error of a goroutine, if there is one
   * @throws GoInterruptedException when interrupted while waiting; the group goes on
   */
  public void await() throws Exception {
    waitGroup.await();
    cancel(first());
    if (first() != null) {
      throw first();
    }
  }

  private Exception first() {
    mutex.lock();
    try {
      return first;
    } finally {
      mutex.unlock();
    }
  }

  private void cancel(Throwable cause) {
    if (context != null) {
      context.cancel(cause);
    }
  }
}
