package dev.goguard.runtime.internal;

import java.util.concurrent.atomic.AtomicLong;

/**
 * The channel algorithm, after Go's {@code hchan}: a lock, a ring of elements, and two queues of
 * parked goroutines.
 *
 * <p>An operation that finds its partner parked completes for both and wakes it after unlocking, so
 * a woken goroutine never has to try again. Methods named {@code …Locked} need the lock.
 *
 * <p>The channel of a timer has no senders: see {@link #nothingLocked}, {@link #awaitedLocked} and
 * {@link #desertedLocked}, which are called where an operation waits or gives up, and only there.
 *
 * <p>At most one of these holds when the lock is free, as far as live waiters go: receivers are
 * queued and the ring is empty; senders are queued and the ring is full; nobody is queued.
 */
public class Hchan extends SpinLock {
  /** Stands for "closed and empty" where an element would be. */
  public static final Object CLOSED = new Object();

  /** Stands for "nothing to receive now" where an element would be. */
  public static final Object WOULD_BLOCK = new Object();

  private static final AtomicLong IDS = new AtomicLong();

  // immutable state
  private final long id = IDS.getAndIncrement();
  private final Object[] ring;

  // mutable state, guarded by this lock
  private int head;
  private int count;
  private boolean closed;
  private final WaitQueue receivers = new WaitQueue();
  private final WaitQueue senders = new WaitQueue();
  private Waiter woken; // chain to be woken once the lock is released

  /** Creates a channel with room for so many elements. */
  public Hchan(int capacity) {
    ring = new Object[capacity];
  }

  /** The channel's place in the order in which a select locks. */
  long id() {
    return id;
  }

  /** The capacity. */
  public int cap() {
    return ring.length;
  }

  /** The number of buffered elements. */
  public int len() {
    lock();
    try {
      return count;
    } finally {
      unlock();
    }
  }

  /** Sends; false when the channel is closed. On interrupt the flag is still set. */
  public boolean send(Object value) throws InterruptedException {
    Waiter waiter;
    lock();
    try {
      if (closed) {
        return false;
      }
      if (trySendLocked(value)) {
        return true;
      }
      waiter = new Waiter(WaitReason.CHAN_SEND, value);
      senders.addLast(waiter);
    } finally {
      unlockAndWake();
    }
    senders.await(waiter, this);
    return waiter.value() != CLOSED;
  }

  /** Sends when that needs no waiting: the element if sent, else {@link #CLOSED} or would block. */
  public Object trySend(Object value) {
    lock();
    try {
      if (closed) {
        return CLOSED;
      }
      return trySendLocked(value) ? value : WOULD_BLOCK;
    } finally {
      unlockAndWake();
    }
  }

  /** Receives an element, or {@link #CLOSED}. On interrupt the flag is still set. */
  public Object receive() throws InterruptedException {
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
    if (!waiter.await()) {
      giveUpReceiving(waiter);
    }
    return received(waiter);
  }

  private void giveUpReceiving(Waiter waiter) throws InterruptedException {
    if (takeOutReceiver(waiter)) {
      throw new InterruptedException();
    }
    waiter.awaitUninterruptibly();
  }

  /** Receives an element, {@link #CLOSED}, or {@link #WOULD_BLOCK}. */
  public Object tryReceive() {
    lock();
    try {
      return tryReceiveLocked();
    } finally {
      unlockAndWake();
    }
  }

  /** Closes; false when closed already. */
  public boolean close() {
    lock();
    try {
      if (closed) {
        return false;
      }
      closed = true;
      SyncEvents.release(this);
      woken = receivers.claimAll(CLOSED, senders.claimAll(CLOSED, woken));
      return true;
    } finally {
      unlockAndWake();
    }
  }

  /** What a receiver was given while it was parked. */
  Object received(Waiter waiter) {
    if (waiter.value() == CLOSED) {
      SyncEvents.acquire(this);
    }
    return waiter.value();
  }

  boolean closedLocked() {
    return closed;
  }

  /** Sends unless that needs waiting; the channel is open. */
  boolean trySendLocked(Object value) {
    Waiter receiver = receivers.claim(value);
    if (receiver != null) {
      ChannelEvents.handOffTo(receiver.thread(), this, head);
      // As if through the ring: the next element belongs to the next slot's happens-before edges.
      head = following(head);
      woken = receiver;
      return true;
    }
    if (count == ring.length) {
      return false;
    }
    put(Thread.currentThread(), value);
    return true;
  }

  /** Receives unless that needs waiting: an element, CLOSED or WOULD_BLOCK. */
  Object tryReceiveLocked() {
    if (count > 0) {
      return take();
    }
    Waiter sender = senders.claim();
    if (sender != null) {
      ChannelEvents.rendezvous(sender.thread(), this);
      woken = sender;
      return sender.value();
    }
    if (closed) {
      SyncEvents.acquire(this);
      return CLOSED;
    }
    return nothingLocked();
  }

  /** What a receiver gets when the channel is open and empty, and nobody sends. */
  Object nothingLocked() {
    return WOULD_BLOCK;
  }

  /** A receiver has been queued. */
  void awaitedLocked() {}

  /** A receiver has given up. */
  void desertedLocked() {}

  /** Whether somebody is queued to receive. */
  final boolean isAwaitedLocked() {
    return !receivers.isEmpty();
  }

  /** Gives a parked receiver an element; null when there is none. The caller unlocks and wakes. */
  final Waiter giveLocked(Object value) {
    woken = receivers.claim(value);
    return woken;
  }

  private Object take() {
    final Object value = ring[head];
    ring[head] = null;
    ChannelEvents.throughSlot(Thread.currentThread(), this, head);
    head = following(head);
    count--;
    Waiter sender = senders.claim();
    if (sender != null) {
      put(sender.thread(), sender.value());
      woken = sender;
    }
    return value;
  }

  private void put(Thread sender, Object value) {
    int tail = head + count;
    int slot = tail < ring.length ? tail : tail - ring.length;
    ring[slot] = value;
    count++;
    ChannelEvents.throughSlot(sender, this, slot);
  }

  private int following(int slot) {
    return slot + 1 < ring.length ? slot + 1 : 0;
  }

  void enqueueSenderLocked(Waiter waiter) {
    senders.addLast(waiter);
  }

  void enqueueReceiverLocked(Waiter waiter) {
    receivers.addLast(waiter);
    awaitedLocked();
  }

  /** Takes a waiter out of whichever queue it is in. */
  void takeOutSender(Waiter waiter) {
    senders.takeOut(waiter, this);
  }

  boolean takeOutReceiver(Waiter waiter) {
    lock();
    try {
      boolean takenOut = receivers.remove(waiter);
      desertedLocked();
      return takenOut;
    } finally {
      unlock();
    }
  }

  /** Releases the lock and then wakes the partners of what was done under it. */
  final void unlockAndWake() {
    Waiter chain = unlockAndTakeWoken();
    if (chain != null) {
      Waiter.wakeAll(chain);
    }
  }

  /** Releases the lock and returns the partners that the caller has to wake, or null. */
  Waiter unlockAndTakeWoken() {
    Waiter chain = woken;
    woken = null;
    unlock();
    return chain;
  }
}
