package dev.goguard.runtime;

import dev.goguard.runtime.internal.SpinLock;
import dev.goguard.runtime.internal.SyncEvents;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * Bounds the combined weight of what goes on at once: Go's {@code semaphore.Weighted}.
 *
 * <p>First come, first served: a large request at the front keeps smaller ones waiting behind it,
 * so that it is not starved. A release happens before every acquire that returns after it. There
 * are no owners: any goroutine may release what another has acquired.
 */
public final class Semaphore {
  private final long size;
  private final SpinLock guard = new SpinLock();

  // guarded by guard
  private long held;
  private final LinkedHashSet<Request> requests = new LinkedHashSet<>();

  /** One that waits: itself, not what it holds. */
  private static final class Request {
    private final long weight;
    private final Chan<Void> ready = Chan.make(); // closed once it has been served

    private Request(long weight) {
      this.weight = weight;
    }
  }

  /**
   * Creates a semaphore of which nothing is held.
   *
   * @param size the greatest combined weight
   * @throws GoPanic "semaphore: size &lt; 0"
   */
  public Semaphore(long size) {
    if (size < 0) {
      throw new GoPanic("semaphore: size < 0");
    }
    this.size = size;
  }

  /**
   * Acquires a weight, waiting for it without a context.
   *
   * @param weight how much; more than the size waits until interrupted
   * @throws GoInterruptedException when interrupted while waiting; nothing has been acquired
   * @throws GoPanic "semaphore: n &lt; 0"
   */
  public void acquire(long weight) {
    acquire(Context.background(), weight);
  }

  /**
   * Acquires a weight, waiting until there is room for it or the context has ended. A context that
   * has ended before fails the call even when there is room.
   *
   * @param context ends the waiting
   * @param weight how much; more than the size waits for the end of the context
   * @throws ContextException the error of the context, when it has ended; nothing has been acquired
   * @throws GoInterruptedException when interrupted while waiting; nothing has been acquired
   * @throws GoPanic "semaphore: n &lt; 0"
   */
  public void acquire(Context context, long weight) {
    check(weight);
    throwIfEnded(context);
    if (weight > size) {
      context.done().receive();
      throw context.err();
    }
    Request request = enqueueUnlessRoom(weight);
    if (request != null) {
      awaitTurn(context, request);
    }
    SyncEvents.acquire(this);
  }

  private static void check(long weight) {
    if (weight < 0) {
      throw new GoPanic("semaphore: n < 0");
    }
  }

  private static void throwIfEnded(Context context) {
    ContextException ended = context.err();
    if (ended != null) {
      throw ended;
    }
  }

  private Request enqueueUnlessRoom(long weight) {
    guard.lock();
    try {
      if (takeIfRoom(weight)) {
        return null;
      }
      Request request = new Request(weight);
      requests.add(request);
      return request;
    } finally {
      guard.unlock();
    }
  }

  /** Takes what is free, but never before somebody who waits. */
  private boolean takeIfRoom(long weight) {
    if (!requests.isEmpty() || size - held < weight) {
      return false;
    }
    held += weight;
    return true;
  }

  private void awaitTurn(Context context, Request request) {
    boolean acquired = false;
    try {
      Select.of(context.done().onReceive(x -> {}), request.ready.onReceive(x -> {}))
          .run();
      throwIfEnded(context);
      acquired = true;
    } finally {
      if (!acquired) {
        withdraw(request);
      }
    }
  }

  /** Undoes a request, served or not, and serves those that it kept waiting. */
  private void withdraw(Request request) {
    List<Request> served;
    guard.lock();
    try {
      if (!requests.remove(request)) {
        held -= request.weight;
      }
      served = serve();
    } finally {
      guard.unlock();
    }
    wake(served);
  }

  private List<Request> serve() {
    List<Request> served = new ArrayList<>();
    while (!requests.isEmpty() && size - held >= requests.getFirst().weight) {
      Request next = requests.removeFirst();
      held += next.weight;
      served.add(next);
    }
    return served;
  }

  private static void wake(List<Request> served) {
    for (Request request : served) {
      request.ready.close();
    }
  }

  /**
   * Acquires a weight if there is room for it and nobody waits.
   *
   * @param weight how much
   * @return whether it was acquired; false creates no happens-before edge
   * @throws GoPanic "semaphore: n &lt; 0"
   */
  public boolean tryAcquire(long weight) {
    check(weight);
    boolean acquired;
    guard.lock();
    try {
      acquired = takeIfRoom(weight);
    } finally {
      guard.unlock();
    }
    if (acquired) {
      SyncEvents.acquire(this);
    }
    return acquired;
  }

  /**
   * Gives back a weight and serves those who wait, as far as there is room.
   *
   * @param weight how much
   * @throws GoPanic "semaphore: n &lt; 0", or "semaphore: released more than held", leaving the
   *     semaphore as it was
   */
  public void release(long weight) {
    check(weight);
    SyncEvents.releaseMerge(this);
    List<Request> served;
    guard.lock();
    try {
      if (held < weight) {
        throw new GoPanic("semaphore: released more than held");
      }
      held -= weight;
      served = serve();
    } finally {
      guard.unlock();
    }
    wake(served);
  }
}
