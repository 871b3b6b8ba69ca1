package dev.goguard.runtime.internal;

import java.lang.invoke.VarHandle;

/**
 * The channel algorithm, after Go's {@code hchan}: a lock, a ring of elements, and two queues of
 * parked goroutines.
 *
 * <p>An operation that finds its partner parked completes for both and wakes it after unlocking, so
 * a woken goroutine never has to try again. Operations that do not wait find out without the lock
 * that they cannot proceed, as Go's do; the reasoning is beside each read.
 *
 * <p>An error that strikes while a goroutine parks, such as too deep a stack, leaves nobody queued.
 * Stack for the few frames between locking and unlocking is not reserved here, as a select does: it
 * would double what an operation costs that does not wait.
 */
public class Hchan extends ChannelState {

  /** Creates a channel with room for so many elements. */
  public Hchan(int capacity) {
    super(capacity);
  }

  /** Sends; false when the channel is closed. On interrupt the flag is still set. */
  public final boolean send(Object value) throws InterruptedException {
    Waiter waiter;
    SyncEvents.read(this, "channel");
    lock();
    try {
      if (closedLocked()) {
        return false;
      }
      if (trySendLocked(value)) {
        return true;
      }
      waiter = new Waiter(WaitReason.CHAN_SEND, value);
      enqueueSenderLocked(waiter);
    } finally {
      unlockAndWake();
    }
    park(waiter, true);
    return waiter.value() != CLOSED;
  }

  /** Receives an element, or {@link #CLOSED}. On interrupt the flag is still set. */
  public final Object receive() throws InterruptedException {
    Waiter waiter;
    lock();
    try {
      Object value = tryReceiveLocked();
      if (value != WOULD_BLOCK) {
        return value;
      }
      waiter = new Waiter(WaitReason.CHAN_RECEIVE, null);
      enqueueReceiverLocked(waiter);
    } finally {
      unlockAndWake();
    }
    park(waiter, false);
    return received(waiter);
  }

  private void park(Waiter waiter, boolean sends) throws InterruptedException {
    boolean woken;
    try {
      woken = waiter.await();
    } catch (Throwable t) {
      takeOut(waiter, sends);
      throw t;
    }
    if (!woken) {
      giveUp(waiter, sends);
    }
  }

  private void giveUp(Waiter waiter, boolean sends) throws InterruptedException {
    if (takeOut(waiter, sends)) {
      throw new InterruptedException();
    }
    waiter.awaitUninterruptibly();
  }

  private boolean takeOut(Waiter waiter, boolean sends) {
    return sends ? takeOutSender(waiter) : takeOutReceiver(waiter);
  }

  /** Sends when that needs no waiting: the element if sent, else {@link #CLOSED} or would block. */
  public final Object trySend(Object value) {
    SyncEvents.read(this, "channel");
    // A closed channel does not become full, so open first and full then means that there was a
    // moment at which it was both, even if it is closed in between. No edge: nothing is sent.
    if (!isClosed() && looksFull()) {
      return WOULD_BLOCK;
    }
    lock();
    try {
      if (closedLocked()) {
        return CLOSED;
      }
      return trySendLocked(value) ? value : WOULD_BLOCK;
    } finally {
      unlockAndWake();
    }
  }

  /** Receives an element, {@link #CLOSED}, or {@link #WOULD_BLOCK}. */
  public final Object tryReceive() {
    Object nothing = looksEmpty() ? emptyOrClosed() : null;
    if (nothing != null) {
      return nothing;
    }
    lock();
    try {
      return tryReceiveLocked();
    } finally {
      unlockAndWake();
    }
  }

  /** After the channel was seen empty; null when it is no longer. */
  private Object emptyOrClosed() {
    // The flag must not be read before. A channel is never opened again: open now, it was open
    // when it was empty, and nothing had to be received then.
    VarHandle.loadLoadFence();
    if (!isClosed()) {
      return WOULD_BLOCK;
    }
    // Elements may have come between the two reads, but none since it was closed.
    if (!looksEmpty()) {
      return null;
    }
    SyncEvents.acquire(this);
    return CLOSED;
  }

  /** Receives up to so many elements, as far as that needs no waiting. */
  public final int tryReceiveMany(Object[] into, int max) {
    if (looksEmpty()) {
      return 0;
    }
    lock();
    try {
      return takeManyLocked(into, max);
    } finally {
      unlockAndWake();
    }
  }

  /** Closes; false when closed already. */
  public final boolean close() {
    lock();
    try {
      if (closedLocked()) {
        return false;
      }
      closeLocked();
      return true;
    } finally {
      unlockAndWake();
    }
  }

  /** What a receiver was given while it was parked. */
  final Object received(Waiter waiter) {
    if (waiter.value() == CLOSED) {
      SyncEvents.acquire(this);
    }
    return waiter.value();
  }

  /** Takes a waiter out; false when it is not queued. */
  final boolean takeOutSender(Waiter waiter) {
    lock();
    try {
      return takeOutSenderLocked(waiter);
    } finally {
      unlock();
    }
  }

  /** Takes a waiter out; false when it is not queued. */
  final boolean takeOutReceiver(Waiter waiter) {
    lock();
    try {
      return takeOutReceiverLocked(waiter);
    } finally {
      unlock();
    }
  }
}
