package dev.goguard.runtime.internal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A channel's ring and queues, and what can be done with them under the channel's lock.
 *
 * <p>Methods named {@code …Locked} need the lock. Those named {@code looks…} do without: what they
 * read is written under the lock, and each write leaves the channel as some operation has found it
 * or is about to leave it.
 *
 * <p>The channel of a timer has no senders: see {@link #hasElementLocked}, {@link #nothingLocked},
 * {@link #awaitedLocked} and {@link #desertedLocked}.
 *
 * <p>At most one of these holds when the lock is free, as far as live waiters go: receivers are
 * queued and the ring is empty; senders are queued and the ring is full; nobody is queued.
 */
abstract class ChannelState extends SpinLock {
  /** Stands for "closed and empty" where an element would be. */
  public static final Object CLOSED = new Object();

  /** Stands for "nothing to receive now" where an element would be. */
  public static final Object WOULD_BLOCK = new Object();

  /** The ring of every unbuffered channel. */
  private static final Object[] NO_SLOTS = {};

  private static final AtomicLong IDS = new AtomicLong();
  private static final VarHandle ID;
  private static final VarHandle COUNT;
  private static final VarHandle ENDED;

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      ID = lookup.findVarHandle(ChannelState.class, "id", long.class);
      COUNT = lookup.findVarHandle(ChannelState.class, "count", int.class);
      ENDED = lookup.findVarHandle(ChannelState.class, "closed", boolean.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private long id; // 0 until asked for, then the same for ever
  private final Object[] ring; // its length is immutable

  // mutable state, guarded by this lock
  private int head;
  private int count;
  private boolean closed;
  private final WaitQueue receivers = new WaitQueue();
  private final WaitQueue senders = new WaitQueue();
  private Waiter woken; // chain to be woken once the lock is released

  ChannelState(int capacity) {
    ring = capacity == 0 ? NO_SLOTS : new Object[capacity];
  }

  /**
   * The channel's place in the order in which a select locks. Most channels are in no select, and
   * are spared the counter that all share.
   */
  final long id() {
    // Opaque: the number is all there is to see, and it never changes again.
    long own = (long) ID.getOpaque(this);
    return own != 0 ? own : assignId();
  }

  /** Of selects that ask for the first time at the same time, all get the same. */
  private long assignId() {
    long mine = IDS.incrementAndGet();
    long earlier = (long) ID.compareAndExchange(this, 0L, mine);
    return earlier != 0 ? earlier : mine;
  }

  /** The capacity. */
  public final int cap() {
    return ring.length;
  }

  /** The number of buffered elements. */
  public final int len() {
    // Opaque: out of date as soon as it is returned, with the lock or without.
    return (int) COUNT.getOpaque(this);
  }

  /** Whether a receive could proceed, if only with the end. */
  final boolean looksReceivable() {
    return !looksEmpty() || isClosed();
  }

  /** Whether a send could proceed, if only with a panic. */
  final boolean looksSendable() {
    return isClosed() || !looksFull();
  }

  /** Whether there is nothing to receive but the end; false when only the lock can tell. */
  boolean looksEmpty() {
    return ring.length == 0 ? senders.looksEmpty() : len() == 0;
  }

  final boolean looksFull() {
    return ring.length == 0 ? receivers.looksEmpty() : len() == ring.length;
  }

  final boolean isClosed() {
    // Acquire: pairs with the release in closeLocked, so whoever sees the end sees what was before.
    return (boolean) ENDED.getAcquire(this);
  }

  final boolean closedLocked() {
    return closed;
  }

  final void closeLocked() {
    SyncEvents.write(this, "channel");
    SyncEvents.release(this);
    // Release: a receiver may learn of it without the lock.
    ENDED.setRelease(this, true);
    woken = receivers.claimAll(CLOSED, senders.claimAll(CLOSED, woken));
  }

  /** Whether a send proceeds, unless the receivers queued are all decided elsewhere. */
  final boolean sendableLocked() {
    return closed || count < ring.length || !receivers.isEmpty();
  }

  /** Whether a receive proceeds, unless the senders queued are all decided elsewhere. */
  final boolean receivableLocked() {
    return closed || hasElementLocked();
  }

  /** Whether there is an element, unless the senders queued are all decided elsewhere. */
  boolean hasElementLocked() {
    return count > 0 || !senders.isEmpty();
  }

  /** Sends unless that needs waiting; the channel is open. */
  final boolean trySendLocked(Object value) {
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
    put(value);
    return true;
  }

  /** Receives unless that needs waiting: an element, CLOSED or WOULD_BLOCK. */
  final Object tryReceiveLocked() {
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

  /** Receives up to so many elements that need no waiting, but not the end. */
  final int takeManyLocked(Object[] into, int max) {
    WakeChain chain = new WakeChain();
    int n = 0;
    while (n < max && hasElementLocked()) {
      Object value = tryReceiveLocked();
      if (value == WOULD_BLOCK || value == CLOSED) {
        break;
      }
      into[n++] = value;
      chain.add(woken);
      woken = null;
    }
    woken = chain.first();
    return n;
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
    final int slot = head;
    final Object value = ring[slot];
    ChannelEvents.throughSlot(Thread.currentThread(), this, slot);
    head = following(slot);
    Waiter sender = senders.claim();
    if (sender == null) {
      ring[slot] = null;
      count--;
      return value;
    }
    // The ring was full, so its last slot is the one that has just become free, and the count
    // stays: to those who read it without the lock the ring has never had room.
    ring[slot] = sender.value();
    ChannelEvents.throughSlot(sender.thread(), this, slot);
    woken = sender;
    return value;
  }

  private void put(Object value) {
    int tail = head + count;
    int slot = tail < ring.length ? tail : tail - ring.length;
    ring[slot] = value;
    count++;
    ChannelEvents.throughSlot(Thread.currentThread(), this, slot);
  }

  private int following(int slot) {
    return slot + 1 < ring.length ? slot + 1 : 0;
  }

  final void enqueueSenderLocked(Waiter waiter) {
    senders.addLast(waiter);
  }

  final void enqueueReceiverLocked(Waiter waiter) {
    receivers.addLast(waiter);
    awaitedLocked();
  }

  final boolean takeOutSenderLocked(Waiter waiter) {
    return senders.remove(waiter);
  }

  final boolean takeOutReceiverLocked(Waiter waiter) {
    boolean takenOut = receivers.remove(waiter);
    desertedLocked();
    return takenOut;
  }

  /** Releases the lock and then wakes the partners of what was done under it. */
  final void unlockAndWake() {
    Waiter chain = unlockAndTakeWoken();
    if (chain != null) {
      Waiter.wakeAll(chain);
    }
  }

  /** Releases the lock and returns the partners that the caller has to wake, or null. */
  final Waiter unlockAndTakeWoken() {
    Waiter chain = woken;
    if (chain != null) {
      woken = null;
    }
    unlock();
    return chain;
  }
}
